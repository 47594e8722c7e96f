package press.tamizdat.trust.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/**
 * A reader's public key, cut down to what encrypting to it takes: the packet of the primary key and
 * that of the newest subkey that may encrypt (or of the primary alone, if that is the one).
 *
 * <p>What is left holds no user id and no expiry. A key that expires later is encrypted to all the
 * same: its owner can still read that, and everybody else still cannot.
 */
public final class PgpKey {
  /** Characters of a key in ASCII armour. */
  public static final int MOST = 16 << 10;

  private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

  private final PGPPublicKeyRing ring;

  private PgpKey(PGPPublicKeyRing ring) {
    this.ring = ring;
  }

  /** What came of reading a key. */
  public sealed interface Reading {
    record Usable(PgpKey key) implements Reading {}

    record Unusable(Why why) implements Reading {}
  }

  /** Why letters cannot be encrypted to a key. */
  public enum Why {
    TOO_LONG,
    /** No OpenPGP public key in ASCII armour, or a damaged one. */
    UNREADABLE,
    /** A private key; it should be nobody's but its owner's, and is not kept. */
    PRIVATE,
    /** More than one key. */
    SEVERAL,
    EXPIRED,
    REVOKED,
    /** No key in it that may encrypt, of a kind that is safe and that mail programs can open. */
    CANNOT_ENCRYPT
  }

  /** Reads what somebody pasted. */
  public static Reading read(String text, Instant now) {
    if (text.length() > MOST) {
      return new Reading.Unusable(Why.TOO_LONG);
    }
    if (text.contains("PGP PRIVATE KEY BLOCK")) {
      return new Reading.Unusable(Why.PRIVATE);
    }
    if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) {
      return new Reading.Unusable(Why.SEVERAL);
    }
    try {
      List<PGPPublicKeyRing> rings = rings(text);
      return switch (rings.size()) {
        case 0 -> new Reading.Unusable(Why.UNREADABLE);
        case 1 -> judge(rings.getFirst(), now);
        default -> new Reading.Unusable(Why.SEVERAL);
      };
    } catch (IOException | PGPException | RuntimeException e) {
      return new Reading.Unusable(Why.UNREADABLE); // the parser throws what it likes at garbage
    }
  }

  private static List<PGPPublicKeyRing> rings(String text) throws IOException {
    List<PGPPublicKeyRing> found = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (ArmoredInputStream armoured = new ArmoredInputStream(new ByteArrayInputStream(bytes))) {
      if (!BEGIN.equals(armoured.getArmorHeaderLine())) {
        return found;
      }
      PGPObjectFactory packets = new PGPObjectFactory(armoured, new BcKeyFingerprintCalculator());
      for (Object next = packets.nextObject(); next != null; next = packets.nextObject()) {
        if (!(next instanceof PGPPublicKeyRing ring)) {
          return List.of();
        }
        found.add(ring);
      }
    }
    return found;
  }

  private static Reading judge(PGPPublicKeyRing ring, Instant now) throws PGPException {
    PGPPublicKey primary = ring.getPublicKey();
    if (primary.hasRevocation()) {
      return new Reading.Unusable(Why.REVOKED);
    }
    if (isExpired(primary, now)) {
      return new Reading.Unusable(Why.EXPIRED);
    }
    List<PGPPublicKey> able = new ArrayList<>();
    boolean expired = false;
    boolean revoked = false;
    for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
      PGPPublicKey key = keys.next();
      if (Ability.encrypts(primary, key)) {
        expired |= isExpired(key, now);
        revoked |= key.hasRevocation();
        if (!isExpired(key, now) && !key.hasRevocation()) {
          able.add(key);
        }
      }
    }
    Optional<PGPPublicKey> best =
        able.stream()
            .max(
                Comparator.<PGPPublicKey, Boolean>comparing(k -> !k.isMasterKey())
                    .thenComparing(PGPPublicKey::getCreationTime));
    if (best.isEmpty()) {
      return new Reading.Unusable(
          expired ? Why.EXPIRED : revoked ? Why.REVOKED : Why.CANNOT_ENCRYPT);
    }
    return new Reading.Usable(new PgpKey(bare(primary, best.get())));
  }

  private static boolean isExpired(PGPPublicKey key, Instant now) {
    long seconds = key.getValidSeconds();
    return seconds != 0 && !key.getCreationTime().toInstant().plusSeconds(seconds).isAfter(now);
  }

  private static PGPPublicKeyRing bare(PGPPublicKey primary, PGPPublicKey chosen)
      throws PGPException {
    var fingerprints = new BcKeyFingerprintCalculator();
    PGPPublicKey alone = new PGPPublicKey(primary.getPublicKeyPacket(), fingerprints);
    return chosen.isMasterKey()
        ? new PGPPublicKeyRing(List.of(alone))
        : new PGPPublicKeyRing(
            List.of(alone, new PGPPublicKey(chosen.getPublicKeyPacket(), fingerprints)));
  }

  /** What is kept, in ASCII armour. */
  public byte[] armoured() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ArmoredOutputStream armour =
        ArmoredOutputStream.builder().clearHeaders().enableCRC(true).build(text)) {
      ring.encode(armour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  /**
   * Reads what {@link #armoured} gave.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static PGPPublicKey encryptionKey(byte[] armoured) {
    try {
      List<PGPPublicKeyRing> rings = rings(new String(armoured, StandardCharsets.US_ASCII));
      if (rings.size() != 1) {
        throw new IllegalArgumentException("not one key");
      }
      PGPPublicKey last = rings.getFirst().getPublicKey();
      for (Iterator<PGPPublicKey> keys = rings.getFirst().getPublicKeys(); keys.hasNext(); ) {
        last = keys.next();
      }
      return last;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a key as it was kept", e);
    }
  }
}
