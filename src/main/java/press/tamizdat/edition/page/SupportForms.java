package press.tamizdat.edition.page;

import static press.tamizdat.edition.page.LetterForms.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.published.Support;
import press.tamizdat.edition.page.FormKind.Field;

/** The forms with which readers give, see what they give, and are reminded. */
final class SupportForms {
  private static final Field LANGUAGE = Field.of(35, "word");
  private static final Field LINK = Field.of(80, "token");
  private static final Field AMOUNT = Field.of(20, "word");
  private static final Field WORD = Field.of(12, "word");
  private static final Field TILL = Field.of(60, "word");

  private static final List<String> PLEDGE =
      List.of("amount", "currency", "frequency", "link", "paid", "rhythm", "state", "text", "till");

  /** Names that the pages leave to be filled, by path without the language. */
  private static final Map<String, List<String>> SLOTS =
      Map.of(
          "support/thanks.html",
          List.of("link"),
          "support/pledge.html",
          PLEDGE,
          "support/receipt.html",
          List.of("amount", "link", "paid", "rhythm", "years"),
          "support/transfer.html",
          List.of(
              "amount",
              "beneficiary",
              "bic",
              "iban",
              "link",
              "qr",
              "qr-size",
              "reference",
              "rhythm"),
          "support/practice.html",
          List.of("amount", "link", "rhythm"),
          "support/trouble.html",
          List.of("link", "text"),
          "support/reminded.html",
          List.of("here"),
          "support/forget.html",
          List.of("link"));

  /** Pages that whoever opens an envelope may answer with. */
  private static final List<String> ANSWERS =
      List.of(
          "support/pledge.html",
          "support/practice.html",
          "support/receipt.html",
          "support/transfer.html",
          "support/trouble.html");

  private SupportForms() {}

  static FormSet set(Support support) {
    return new FormSet(kinds(), SLOTS, hooks(support), ANSWERS);
  }

  private static Map<String, FormKind> kinds() {
    Map<String, FormKind> kinds = new LinkedHashMap<>();
    kinds.put(
        "support.pledge",
        waiting(
            "support.html",
            fields(
                "frequency", WORD.mustBe(),
                "once", AMOUNT,
                "monthly", AMOUNT,
                "annual", AMOUNT,
                "own", Field.of(40, "line"),
                "currency", Field.of(3, "word").mustBe(),
                "till", TILL.mustBe(),
                "fees", Field.of(1, "word"),
                "address", Field.of(254, "line"),
                "language", LANGUAGE)));
    kinds.put(
        "support.manage",
        waiting(
            "support/pledge.html",
            fields(
                "link", LINK.mustBe(),
                "act", WORD.mustBe(),
                "amount", Field.of(40, "line"),
                "till", TILL,
                "language", LANGUAGE)));
    kinds.put(
        "support.practice",
        waiting("", fields("link", LINK.mustBe(), "act", WORD.mustBe(), "language", LANGUAGE)));
    kinds.put(
        "support.remind",
        new FormKind(
            fields(
                "address", Field.of(254, "address").mustBe(),
                "when", WORD.mustBe(),
                "language", LANGUAGE),
            true,
            false,
            "support/reminded.html",
            "support/remind.html",
            false));
    kinds.put(
        "support.forget",
        new FormKind(
            fields("link", LINK.mustBe(), "language", LANGUAGE),
            false,
            false,
            "support/forgotten.html",
            "support/forget.html",
            false));
    return kinds;
  }

  private static FormKind waiting(String page, Map<String, Field> fields) {
    return new FormKind(fields, false, true, "support/trouble.html", page, false);
  }

  /** The providers that send news, by the names of their tills, and the headers they sign with. */
  private static Map<String, List<String>> hooks(Support support) {
    Map<String, List<String>> hooks = new LinkedHashMap<>();
    for (Support.Method method : support.methods()) {
      switch (method.mark()) {
        case CARD -> hooks.put(method.till(), List.of("stripe-signature"));
        case PAYPAL ->
            hooks.put(
                method.till(),
                List.of(
                    "paypal-auth-algo",
                    "paypal-cert-url",
                    "paypal-transmission-id",
                    "paypal-transmission-sig",
                    "paypal-transmission-time"));
        case BITCOIN -> hooks.put(method.till(), List.of("btcpay-sig"));
        case BANK, PRACTICE -> {
          // A bank sends statements by other ways, and practice is a form.
        }
      }
    }
    return hooks;
  }
}
