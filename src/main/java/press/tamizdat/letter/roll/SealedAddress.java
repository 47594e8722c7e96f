package press.tamizdat.letter.roll;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * An address as the roll keeps it: UTF-8 with spaces after it up to the next multiple of 32 octets,
 * in an age file of its own. Without the spaces the length of the file would give away the length
 * of the address.
 */
public final class SealedAddress {
  private static final int STEP = 32;

  private SealedAddress() {}

  public static byte[] seal(MailAddress address, SealingKey roll) {
    byte[] text = address.text().getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(text, (text.length + STEP - 1) / STEP * STEP);
    Arrays.fill(filled, text.length, filled.length, (byte) ' ');
    return roll.seal(filled);
  }

  /** The address; nothing if the file is not one of this key's. */
  public static Optional<MailAddress> open(byte[] sealed, OpeningKey roll) {
    return roll.open(sealed).flatMap(SealedAddress::read);
  }

  private static Optional<MailAddress> read(byte[] filled) {
    Optional<MailAddress> address = MailAddress.parse(new String(filled, StandardCharsets.UTF_8));
    Arrays.fill(filled, (byte) 0);
    return address;
  }
}
