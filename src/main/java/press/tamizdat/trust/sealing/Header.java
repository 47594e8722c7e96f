package press.tamizdat.trust.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The head of an age file with X25519 recipients (C2SP {@code age.md}, "Header" and "The X25519
 * recipient type").
 */
final class Header {
  static final int FILE_KEY = 16;
  private static final String VERSION = "age-encryption.org/v1";
  private static final String INFO = "age-encryption.org/v1/X25519";
  private static final byte[] ZEROS = new byte[12];
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

  /** More than that is no file of ours; each stanza costs a multiplication. */
  private static final int MOST = 8 << 10;

  /** A stanza for us: the sender's point, and the file key as it is wrapped. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Stanza(byte[] point, byte[] wrapped) {}

  /**
   * @param length where the payload begins
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Read(byte[] fileKey, int length) {}

  private Header() {}

  /** The head of a file for one recipient. */
  static byte[] write(byte[] fileKey, byte[] recipient, byte[] ephemeral) {
    byte[] share = X25519.point(ephemeral);
    byte[] shared =
        X25519
            .multiply(ephemeral, recipient)
            .orElseThrow(() -> new IllegalStateException("a recipient of small order"));
    byte[] wrapped = Hashes.seal(wrapping(shared, share, recipient), ZEROS, fileKey, FILE_KEY);
    String head =
        VERSION
            + "\n-> X25519 "
            + TO_TEXT.encodeToString(share)
            + "\n"
            + TO_TEXT.encodeToString(wrapped)
            + "\n---";
    byte[] mac = Hashes.hmac(Hashes.hkdf(fileKey, new byte[0], "header"), head.getBytes(US_ASCII));
    return (head + " " + TO_TEXT.encodeToString(mac) + "\n").getBytes(US_ASCII);
  }

  private static byte[] wrapping(byte[] shared, byte[] share, byte[] recipient) {
    byte[] salt = Arrays.copyOf(share, share.length + recipient.length);
    System.arraycopy(recipient, 0, salt, share.length, recipient.length);
    return Hashes.hkdf(shared, salt, INFO);
  }

  /** The file key, if one stanza is for us and nothing in the head was changed. */
  static Optional<Read> read(byte[] file, byte[] secret, byte[] recipient) {
    int dashes = dashes(file);
    if (dashes < 0) {
      return Optional.empty();
    }
    int end = indexOf(file, '\n', dashes);
    if (end < 0 || end - dashes < 5) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(file, dashes + 3);
    Optional<byte[]> mac = binary(new String(file, dashes + 4, end - dashes - 4, US_ASCII), 32);
    for (Stanza stanza : stanzas(new String(file, 0, dashes, US_ASCII))) {
      Optional<byte[]> fileKey = unwrap(stanza, secret, recipient);
      if (fileKey.isPresent() && mac.isPresent()) {
        byte[] wanted = Hashes.hmac(Hashes.hkdf(fileKey.get(), new byte[0], "header"), signed);
        return MessageDigest.isEqual(wanted, mac.get())
            ? Optional.of(new Read(fileKey.get(), end + 1))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where the line {@code ---} begins; -1 if there is none. */
  private static int dashes(byte[] file) {
    for (int i = 0; i + 4 < Math.min(file.length, MOST); i++) {
      if (file[i] == '\n'
          && file[i + 1] == '-'
          && file[i + 2] == '-'
          && file[i + 3] == '-'
          && file[i + 4] == ' ') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int indexOf(byte[] file, char wanted, int from) {
    for (int i = from; i < Math.min(file.length, from + 100); i++) {
      if (file[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static List<Stanza> stanzas(String head) {
    List<Stanza> found = new ArrayList<>();
    List<String> lines = head.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(VERSION)) {
      return found;
    }
    for (int i = 1; i + 1 < lines.size(); i++) {
      if (lines.get(i).startsWith("-> X25519 ")) {
        Optional<byte[]> point = binary(lines.get(i).substring(10), X25519.LENGTH);
        Optional<byte[]> wrapped = binary(lines.get(i + 1), FILE_KEY + Hashes.TAG);
        if (point.isPresent() && wrapped.isPresent()) {
          found.add(new Stanza(point.get(), wrapped.get()));
        }
      }
    }
    return found;
  }

  /** Canonical base64 without padding, of exactly so many bytes. */
  private static Optional<byte[]> binary(String text, int length) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      boolean canonical = TO_TEXT.encodeToString(bytes).equals(text);
      return canonical && bytes.length == length ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> unwrap(Stanza stanza, byte[] secret, byte[] recipient) {
    byte[] share = stanza.point();
    return X25519
        .multiply(secret, share)
        .flatMap(
            shared ->
                Hashes.open(
                    wrapping(shared, share, recipient),
                    ZEROS,
                    stanza.wrapped(),
                    0,
                    stanza.wrapped().length))
        .filter(key -> key.length == FILE_KEY);
  }
}
