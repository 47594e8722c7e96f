package press.tamizdat.trust.tuf;

import java.util.Arrays;
import press.tamizdat.trust.Sha256;

/**
 * A file of metadata as it goes out: a name and bytes. The bytes are compact JSON with sorted names
 * and no line feed at the end, which {@code JSON.stringify(JSON.parse(…))} leaves as they are.
 */
public final class SignedFile {
  private final String name;
  private final byte[] bytes;

  public SignedFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  /** Such as {@code 3.targets.json}. */
  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public long length() {
    return bytes.length;
  }

  /**
   * The version that the file says it has, verified or not: whoever signs the next timestamp adds
   * one.
   *
   * @throws Refusal when it is not a file of metadata
   */
  public long version() {
    return Fields.of(name, bytes).object("signed").version("version");
  }

  public Sha256 sha256() {
    return Sha256.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedFile file
        && file.name.equals(name)
        && Arrays.equals(file.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + ", " + bytes.length + " bytes";
  }
}
