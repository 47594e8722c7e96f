package press.tamizdat.support.pledge;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.post.Handled;
import press.tamizdat.support.Typed;
import press.tamizdat.support.till.Till;
import press.tamizdat.trust.envelope.Answer;

/** What is said to a supporter who waits, in the supporter's language. */
final class Words {
  private Words() {}

  private static Messages in(Language language) {
    String file = "till/" + language.tag();
    return Messages.speaks(language)
        ? Messages.of(language, List.of(file))
        : Messages.of(new Language("en"), List.of("till/en"));
  }

  static String say(Language language, String key, Object... values) {
    return in(language).say(key, values);
  }

  /** The page {@code support/trouble.html}: what is wrong, and what to do. */
  static Handled.Done trouble(Language language, String key, Object... values) {
    return Handled.done(
        Answer.page(
            language + "/support/trouble.html", Map.of("text", say(language, key, values))));
  }

  static Handled.Done trouble(Language language, Typed.Refused refused) {
    Object[] bound = refused.bound().stream().map(m -> (Object) m.text(language)).toArray();
    return trouble(language, refused.why().messageKey(), bound);
  }

  /** Why a payment could not be begun. Nobody has seen a page to pay at: nothing was taken. */
  static Handled.Done notBegun(Language language, Till.Failure failure) {
    return trouble(
        language,
        switch (failure.kind()) {
          case DOWN -> "trouble.down";
          case NONSENSE -> "trouble.nonsense";
          case DECLINED -> "trouble.declined";
          case IMPOSSIBLE -> "trouble.impossible";
        });
  }

  /**
   * The page {@code support/pledge.html}: where the pledge stands, and its buttons.
   *
   * @param token the private link's
   * @param key of what is said
   */
  static Handled.Done pledge(Pledge pledge, String token, String key, Object... values) {
    Map<String, String> fields = fields(pledge, token);
    fields.put("text", say(pledge.language(), key, values));
    return Handled.done(Answer.page(pledge.language() + "/support/pledge.html", fields));
  }

  /** A year in the digits of the language. */
  static String year(int year, Language language) {
    NumberFormat digits = NumberFormat.getIntegerInstance(language.locale());
    digits.setGroupingUsed(false);
    return digits.format(year);
  }

  /** What every page about a pledge has. */
  static Map<String, String> fields(Pledge pledge, String token) {
    Map<String, String> fields = new HashMap<>();
    fields.put("link", token);
    fields.put("state", pledge.state().word());
    fields.put("frequency", pledge.frequency().word());
    fields.put("rhythm", say(pledge.language(), "frequency." + pledge.frequency().word()));
    fields.put("amount", pledge.amount().text(pledge.language()));
    fields.put("number", pledge.amount().decimal());
    fields.put("currency", pledge.amount().currency().getCurrencyCode());
    fields.put("paid", pledge.paid().text(pledge.language()));
    fields.put("till", pledge.till());
    return fields;
  }

  /** What is said about where a pledge stands. */
  static String sure(Pledge pledge) {
    return switch (pledge.state()) {
      case BEGUN -> "sure.begun";
      case ACTIVE -> "sure.active";
      case PAUSED -> "sure.paused";
      case FAILING -> "sure.failing";
      case CANCELLED -> "sure.cancelled";
      case ENDED -> pledge.times() > 0 ? "sure.paid" : "sure.ended";
    };
  }
}
