package press.tamizdat.edition.reading;

import java.util.regex.Pattern;
import press.tamizdat.trust.Sha256;

/**
 * One file of an edition: a line of the catalogue.
 *
 * @param path relative, segments of {@code [A-Za-z0-9._-]} that do not begin with a dot, joined by
 *     {@code /}; at most 200 bytes
 * @param hash of the file as it is, before any compression
 * @param length in bytes, before any compression
 */
public record Entry(String path, Sha256 hash, long length, Kind kind) {
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  static final int LONGEST_PATH = 200;

  public Entry {
    if (!isPath(path)) {
      throw new IllegalArgumentException("not a path of an edition: " + path);
    }
    if (length < 0) {
      throw new IllegalArgumentException("a length below zero: " + path);
    }
  }

  public static boolean isPath(String path) {
    return path.length() <= LONGEST_PATH && PATH.matcher(path).matches();
  }

  /**
   * Whether its name says its content: the last segment begins with the first 16 hex digits of its
   * hash, so what is found at this path can never change.
   */
  public boolean namedByHash() {
    return path.startsWith(hash.hex().substring(0, 16), path.lastIndexOf('/') + 1);
  }
}
