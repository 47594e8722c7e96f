package press.tamizdat.edition.page;

import java.util.List;

/**
 * What the site needs to take forms, besides their pages.
 *
 * @param dropbox recipient that everything is sealed to: {@code age1...}
 * @param collecting public Ed25519 keys, 64 hex digits each, of post rooms that collect from other
 *     machines
 */
public record FormKeys(String dropbox, List<String> collecting) {
  public FormKeys {
    collecting = List.copyOf(collecting);
  }

  /** For pages that will be given real ones later. */
  public static final FormKeys NONE_YET = new FormKeys("", List.of());
}
