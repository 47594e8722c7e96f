package press.tamizdat.trust.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import press.tamizdat.trust.keys.Pem;
import press.tamizdat.trust.keys.PrivateFile;

/**
 * A key that signs mail: {@code dkim-rsa.pem} or {@code dkim-ed25519.pem}, PKCS#8 and the public
 * half behind it, mode 0600. It lies open to the process that sends: a letter is not worth a
 * passphrase each time, and a stolen key is replaced by another selector in the DNS.
 *
 * <p>Safe for any number of threads.
 */
public final class DkimKey {
  private static final int RSA_BITS = 2048;

  private final DkimAlgorithm algorithm;
  private final String selector;
  private final PrivateKey signing;
  private final PublicKey verifying;
  private final ConcurrentLinkedQueue<Signature> ready = new ConcurrentLinkedQueue<>();

  private DkimKey(
      DkimAlgorithm algorithm, String selector, PrivateKey signing, PublicKey verifying) {
    this.algorithm = algorithm;
    this.selector = selector;
    this.signing = signing;
    this.verifying = verifying;
  }

  /** Both keys of a folder, made if they are not there. */
  public static List<DkimKey> in(Path folder, String selector, SecureRandom random) {
    return Arrays.stream(DkimAlgorithm.values()).map(a -> in(folder, selector, a, random)).toList();
  }

  /**
   * One key of a folder, made if it is not there.
   *
   * @param selector a label of the DNS (RFC 6376 §3.1); the key's is that and the algorithm's name,
   *     such as {@code tamizdat-rsa}
   */
  public static DkimKey in(
      Path folder, String selector, DkimAlgorithm algorithm, SecureRandom random) {
    Path file = folder.resolve("dkim-" + algorithm.type() + ".pem");
    if (!Files.exists(file)) {
      PrivateFile.write(file, make(algorithm, random).getBytes(StandardCharsets.US_ASCII));
    }
    try {
      if (PrivateFile.isOpenToOthers(file)) {
        throw new IllegalStateException("others can read " + file + "; run: chmod 600 " + file);
      }
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      return parse(algorithm, selector + "-" + algorithm.type(), pem)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      file + " is damaged: put it back from a copy, or remove it for a new one"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String make(DkimAlgorithm algorithm, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.key());
      if (algorithm == DkimAlgorithm.RSA) {
        generator.initialize(RSA_BITS, random);
      }
      KeyPair pair = generator.generateKeyPair();
      return Pem.write(Pem.PRIVATE, pair.getPrivate().getEncoded())
          + Pem.write(Pem.PUBLIC, pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make a key for " + algorithm, e);
    }
  }

  static Optional<DkimKey> parse(DkimAlgorithm algorithm, String selector, String pem) {
    try {
      List<byte[]> secret = Pem.read(Pem.PRIVATE, pem);
      List<byte[]> open = Pem.read(Pem.PUBLIC, pem);
      if (secret.size() != 1 || open.size() != 1) {
        return Optional.empty();
      }
      KeyFactory keys = KeyFactory.getInstance(algorithm.key());
      return Optional.of(
          new DkimKey(
              algorithm,
              selector,
              keys.generatePrivate(new PKCS8EncodedKeySpec(secret.getFirst())),
              keys.generatePublic(new X509EncodedKeySpec(open.getFirst()))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public DkimAlgorithm algorithm() {
    return algorithm;
  }

  /** What stands before {@code ._domainkey} in the DNS. */
  public String selector() {
    return selector;
  }

  /** What the DNS says of this key (RFC 6376 §3.6.1): the text of a TXT record. */
  public String record() {
    return "v=DKIM1; k=" + algorithm.type() + "; p=" + base64(published());
  }

  /**
   * The record as a line to paste into a zone file: its text in strings of 255 octets at most (RFC
   * 1035 §3.3).
   */
  public String zoneLine(String domain) {
    StringBuilder strings = new StringBuilder();
    String text = record();
    for (int at = 0; at < text.length(); at += 250) {
      strings.append(" \"").append(text, at, Math.min(text.length(), at + 250)).append('"');
    }
    return selector + "._domainkey." + domain + ". 3600 IN TXT (" + strings + " )";
  }

  /** RSA as SubjectPublicKeyInfo, Ed25519 as its 32 octets alone (RFC 8463 §4). */
  private byte[] published() {
    byte[] whole = verifying.getEncoded();
    return algorithm == DkimAlgorithm.RSA
        ? whole
        : Arrays.copyOfRange(whole, whole.length - 32, whole.length);
  }

  /** The signature in base64. */
  String sign(byte[] header, byte[] headerHash) {
    try {
      Signature mine = Optional.ofNullable(ready.poll()).orElseGet(this::signature);
      // RFC 8463 §3: Ed25519 signs the hash, and hashes that once more by itself.
      mine.update(algorithm == DkimAlgorithm.RSA ? header : headerHash);
      String signed = base64(mine.sign());
      ready.add(mine);
      return signed;
    } catch (SignatureException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  private Signature signature() {
    Optional<Provider> fast = NativeCode.provider();
    if (fast.isPresent()) {
      try {
        return signature(Signature.getInstance(algorithm.signature(), fast.get()));
      } catch (GeneralSecurityException e) {
        ready.clear(); // this key or algorithm is beyond it: the JDK's, below
      }
    }
    try {
      return signature(Signature.getInstance(algorithm.signature()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with " + algorithm, e);
    }
  }

  private Signature signature(Signature fresh) throws InvalidKeyException {
    fresh.initSign(signing);
    return fresh;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
