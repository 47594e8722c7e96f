package press.tamizdat.trust.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * A message encrypted as a whole (RFC 3156 §4): AES-256 in the form that every OpenPGP program of
 * the last twenty years opens (symmetrically encrypted and integrity protected data, version 1).
 */
public final class PgpMime {
  // It cannot stand in ASCII armour.
  private static final String BOUNDARY = "=_tamizdat_pgp_=";
  private static final Date NO_DATE = Date.from(Instant.EPOCH);

  private final SecureRandom random;

  public PgpMime(SecureRandom random) {
    this.random = random;
  }

  /**
   * The encrypted message.
   *
   * @param headers what stays readable, such as {@code From}, {@code To}, {@code Subject}: whole
   *     fields with their CRLF, none of MIME's own
   * @param entity what nobody else reads: MIME's fields, an empty line, the body, all with CRLF
   * @param key from {@link PgpKey#armoured}
   * @return the message with CRLF
   */
  public byte[] encrypt(byte[] headers, byte[] entity, byte[] key) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(entity.length + 4096);
    message.writeBytes(headers);
    ascii(
        message,
        "MIME-Version: 1.0\r\nContent-Type: multipart/encrypted;\r\n"
            + " protocol=\"application/pgp-encrypted\"; boundary=\""
            + BOUNDARY
            + "\"\r\n\r\n"
            + "--"
            + BOUNDARY
            + "\r\nContent-Type: application/pgp-encrypted\r\n\r\n"
            + "Version: 1\r\n\r\n"
            + "--"
            + BOUNDARY
            + "\r\nContent-Type: application/octet-stream;"
            + " name=\"encrypted.asc\"\r\n"
            + "Content-Disposition: inline; filename=\"encrypted.asc\"\r\n\r\n");
    message.writeBytes(
        encrypt(key, entity)
            .orElseThrow(() -> new IllegalArgumentException("this key cannot encrypt")));
    ascii(message, "\r\n--" + BOUNDARY + "--\r\n");
    return message.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream to, String text) {
    to.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The encrypted part alone.
   *
   * @return an OpenPGP message in ASCII armour with CRLF; nothing if the key is none of ours
   */
  public Optional<byte[]> encrypt(byte[] key, byte[] entity) {
    byte[] packets = compressed(entity);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      try (OutputStream armour =
          ArmoredOutputStream.builder().clearHeaders().enableCRC(true).build(text)) {
        PGPEncryptedDataGenerator encrypted =
            new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(PGPEncryptedData.AES_256)
                    .setWithIntegrityPacket(true)
                    .setSecureRandom(random));
        encrypted.addMethod(
            new BcPublicKeyKeyEncryptionMethodGenerator(PgpKey.encryptionKey(key))
                .setSecureRandom(random));
        try (OutputStream plain = encrypted.open(armour, packets.length)) {
          plain.write(packets);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PGPException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(
        text.toString(StandardCharsets.US_ASCII)
            .replaceAll("\r?\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] compressed(byte[] entity) {
    ByteArrayOutputStream packets = new ByteArrayOutputStream();
    try (OutputStream zip = new PGPCompressedDataGenerator(PGPCompressedData.ZIP).open(packets);
        OutputStream literal =
            new PGPLiteralDataGenerator()
                .open(zip, PGPLiteralData.BINARY, "", entity.length, NO_DATE)) {
      literal.write(entity);
    } catch (IOException e) {
      throw new IllegalStateException("nothing can fail in memory", e);
    }
    return packets.toByteArray();
  }
}
