package press.tamizdat.edition.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.article.published.Support;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.article.published.Support.Country;
import press.tamizdat.article.published.Support.Mark;
import press.tamizdat.article.published.Support.Method;
import press.tamizdat.article.published.Support.Purse;

/** Publications that ask their readers for support. */
final class Giving {
  static final Purse EURO =
      new Purse(
          "EUR",
          List.of(1000L, 2500L, 5000L, 10000L),
          List.of(300L, 700L, 1500L),
          List.of(3000L, 6000L, 12000L),
          200,
          30);
  static final Purse YEN =
      new Purse("JPY", List.of(1500L, 3000L), List.of(500L, 1000L), List.of(5000L), 200, 40);
  static final Purse DINAR =
      new Purse("KWD", List.of(5000L), List.of(2500L, 3000L), List.of(20000L), 2000, 100);

  private Giving() {}

  /** With everything that a page could have to show. */
  static Support full() {
    return new Support(
        List.of(EURO, YEN, DINAR),
        "monthly",
        List.of(
            new Method("card", Mark.CARD, "Stripe", "FM PUBLISHING AMSTERDAM"),
            new Method("paypal", Mark.PAYPAL, "PayPal", "PAYPAL *FM PUBLISHING"),
            new Method("coin", Mark.BITCOIN, "BTCPay Server", "nothing: no bank takes part"),
            new Method("bank", Mark.BANK, "", "Stichting FM, reference of your own")),
        290,
        List.of(
            new Country("RU", Demo.RU, "", true),
            new Country("IR", Demo.FA, "", false),
            new Country("BY", Demo.RU, "Беларусь: не присылайте нам денег, читайте нас.", true)),
        30,
        true,
        List.of(campaign()));
  }

  static Campaign campaign() {
    return new Campaign(
        "winter",
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 12, 31),
        1_000_000,
        "EUR",
        Map.of(
            Demo.EN,
            new Appeal(
                "Before the river freezes",
                "<p>Four reporters stay for the winter.</p>",
                "Help us keep four reporters in Ust-Ilma this winter."),
            Demo.RU,
            new Appeal("", "", "Помогите четырём корреспондентам перезимовать в Усть-Ильме.")),
        400_000);
  }

  static Publication of(Publication publication) {
    return publication.withSupport(full());
  }
}
