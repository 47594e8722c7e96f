package press.tamizdat.edition.reading;

import java.util.List;
import java.util.Optional;
import press.tamizdat.trust.Sha256;

/**
 * A place that an edition may be at: an edition folder, a folder of plain files, an address.
 * Nothing in it is believed.
 */
public interface Place {
  /** What it is called in a report. */
  String name();

  /** A metadata file such as {@code timestamp.json}, at most so many bytes and one more. */
  Optional<byte[]> metadata(String file, long most);

  /** A node of the catalogue. */
  Optional<byte[]> node(Sha256 hash);

  /** A file of the edition as it is. */
  Optional<byte[]> file(Entry entry);

  /**
   * What a compressed variant of a file stands for; empty if there is no such variant or it cannot
   * be had here.
   */
  Optional<Variant> variant(Entry entry, Encoding encoding);

  /** The same of a node of the catalogue. */
  Optional<Variant> variant(Sha256 node, Encoding encoding);

  /**
   * A variant.
   *
   * @param name where it lies
   * @param plain what it unpacks to; empty if it does not unpack
   */
  record Variant(String name, Optional<byte[]> plain) {}

  /**
   * Files that no edition at this place lists; empty where a place cannot be listed.
   *
   * @param head the current edition
   */
  List<String> surplus(Head head);
}
