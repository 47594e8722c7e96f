package press.tamizdat.trust.keys;

import java.util.regex.Pattern;

/**
 * What a pair of keys is for; also the name of its files.
 *
 * @param name lower-case letters, digits and hyphens
 */
public record KeyName(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Signs editions: TUF's role {@code targets}. */
  public static final KeyName EDITION = new KeyName("edition");

  /** Says which edition is the newest: TUF's roles {@code snapshot} and {@code timestamp}. */
  public static final KeyName FRESHNESS = new KeyName("freshness");

  public KeyName {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a key's name is letters, digits and hyphens: " + name);
    }
  }

  /** One holder's share of TUF's role {@code root}, counted from 1. */
  public static KeyName root(int holder) {
    return new KeyName("root-" + holder);
  }

  @Override
  public String toString() {
    return name;
  }
}
