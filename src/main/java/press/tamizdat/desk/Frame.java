package press.tamizdat.desk;

import java.util.List;
import java.util.Optional;
import press.tamizdat.desk.letters.Reminder;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Right;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param paper the publication's name
 * @param path of this page, to mark where one is
 * @param scripts that this page needs beside the desk's own
 * @param flash what the last action has to say, once
 * @param account empty for somebody who is not signed in
 * @param reminder of a letter that somebody must see to
 */
public record Frame(
    String title,
    String paper,
    String path,
    List<String> scripts,
    Optional<Flash> flash,
    Optional<Account> account,
    Optional<Reminder> reminder,
    Messages words) {

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  public String count(String key, int number) {
    return words.count(key, number);
  }

  /** Whether the person who sees the page may do this. */
  public boolean may(Right right) {
    return account.filter(a -> a.may(right)).isPresent();
  }

  /** Whether this place of the navigation is the one where the page belongs. */
  public boolean isAt(Places place) {
    return place.has(path);
  }

  /** The address of a static file, with its version. */
  public static String asset(String name) {
    return Assets.address(name);
  }

  /** The scripts' words: every line whose key begins with this, as JSON. */
  public String wordsOf(String prefix) {
    return press.tamizdat.platform.text.Json.text(
        new java.util.TreeMap<>(
            words.lines().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .collect(
                    java.util.stream.Collectors.toMap(
                        java.util.Map.Entry::getKey, java.util.Map.Entry::getValue))));
  }
}
