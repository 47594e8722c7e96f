package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Messages;

/**
 * A page on which readers fund the publication, or see what came of it.
 *
 * @param words of these pages, with those of every page
 * @param name of the publication
 * @param forms before the name of a form
 * @param support where the form is; {@code yours} and {@code remind} likewise
 * @param form on pages that offer ways to pay
 * @param quiet for how many days the banner keeps quiet after this page; 0 if it does not
 */
public record Give(
    Frame frame,
    Messages words,
    String name,
    String forms,
    String support,
    String yours,
    String remind,
    int quiet,
    Optional<Form> form)
    implements Framed<Give> {

  @Override
  public Give framed(Frame other) {
    return new Give(other, words, name, forms, support, yours, remind, quiet, form);
  }

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  /** Where who turns back comes to. */
  public String back() {
    return sibling("index.html");
  }

  /** Where this browser says that it will remind. */
  public String reminded() {
    return sibling("reminded.html") + "?here=yes";
  }

  public String calendar(String entry) {
    return sibling(entry + ".ics");
  }

  private String sibling(String file) {
    return yours.substring(0, yours.lastIndexOf('/') + 1) + file;
  }

  /**
   * What the form asks.
   *
   * @param currency its code
   * @param frequency chosen beforehand
   * @param least in words
   * @param fees what is added for the provider, in words; empty for nothing
   * @param others the form in other currencies
   * @param keeps who keeps what, a sentence each
   * @param mail whether receipts and reminders can come by mail
   * @param practice whether no money moves
   */
  public record Form(
      String lead,
      Optional<Meter> meter,
      String currency,
      String frequency,
      List<Group> groups,
      String least,
      String fees,
      List<Method> methods,
      List<Warning> warnings,
      List<Link> others,
      List<String> keeps,
      boolean mail,
      boolean practice) {}

  /**
   * The amounts for one frequency.
   *
   * @param chosen the value that is chosen beforehand
   */
  public record Group(String frequency, List<Amount> amounts, String chosen) {}

  public record Amount(String value, String text) {}

  /**
   * A way to pay.
   *
   * @param mark by which its drawing is chosen
   * @param statement what will stand on the bank statement
   */
  public record Method(String till, String mark, String text, String statement) {}

  /** In a language of its own. */
  public record Warning(String language, String direction, String text) {}

  /**
   * How far a campaign has come.
   *
   * @param percent from 0 to 100
   * @param text such as "€4,000 of €10,000 raised"
   */
  public record Meter(int percent, String text) {}
}
