package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a sender has to do before a guarded form is taken: let the browser work for a second, or
 * answer a simple question. Nothing is kept of a challenge that was given out; it carries a seal
 * (HMAC-SHA-256 under a key that dies with the process). One that was met is remembered until it
 * would expire, so that it counts once.
 */
final class Challenges {
  /** Leading zero bits: 2^17 hashes on average, about a second of a telephone's script. */
  static final int BITS = 17;

  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final int MOST_USED = 200_000;
  private static final int SEAL = 16;
  private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random;
  private final Clock clock;
  private final SecretKeySpec key;

  /** By challenge, when it expires. */
  private final Map<String, Long> used =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_USED || eldest.getValue() < clock.instant().getEpochSecond();
        }
      };

  Challenges(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** For a browser to work on: find a number so that the hash of both begins with zeros. */
  String work() {
    return sealed("work", "");
  }

  /** Whether the number is one, SHA-256 of {@code challenge + "." + number}; counts once. */
  boolean isWorkDone(String challenge, String number) {
    return number.matches("[0-9]{1,12}")
        && zeros(challenge + "." + number) >= BITS
        && isMet(challenge, "work", "");
  }

  private static int zeros(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A question and the challenge that goes with it.
   *
   * @param text such as "Which is the second of these words: ..."
   */
  record Question(String text, String challenge) {}

  /** For a person. */
  Question question(FormsFile.Human human) {
    List<String> words = new ArrayList<>(human.words());
    Collections.shuffle(words, random);
    List<String> shown = words.subList(0, human.questions().size() + 1);
    int asked = random.nextInt(human.questions().size());
    String list = String.join(comma(shown.getFirst()), shown);
    return new Question(
        human.questions().get(asked).replace("{0}", list),
        sealed("human", plain(shown.get(asked))));
  }

  /** As the script of a word has it. */
  private static String comma(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC
        ? "\u060c "
        : ", ";
  }

  /** Whether the question was answered; counts once. */
  boolean isAnswered(String challenge, String answer) {
    return isMet(challenge, "human", plain(answer));
  }

  /** Letters and digits only, in lower case, so that no comma and no accent stands in the way. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{Nd}]", "")
        .replace('\u064a', '\u06cc')
        .replace('\u0643', '\u06a9')
        .toLowerCase(Locale.ROOT);
  }

  private String sealed(String what, String answer) {
    byte[] payload = new byte[16];
    random.nextBytes(payload);
    long expires = clock.instant().plus(LIFETIME).getEpochSecond();
    ByteBuffer.wrap(payload).putLong(expires);
    return WRITER.encodeToString(
        ByteBuffer.allocate(16 + SEAL).put(payload).put(seal(payload, what, answer)).array());
  }

  private boolean isMet(String challenge, String what, String answer) {
    Optional<byte[]> read = bytes(challenge);
    if (read.isEmpty()) {
      return false;
    }
    byte[] payload = Arrays.copyOf(read.get(), 16);
    byte[] seal = Arrays.copyOfRange(read.get(), 16, 16 + SEAL);
    long expires = ByteBuffer.wrap(payload).getLong();
    return MessageDigest.isEqual(seal, seal(payload, what, answer))
        && expires >= clock.instant().getEpochSecond()
        && isFirst(challenge, expires);
  }

  private synchronized boolean isFirst(String challenge, long expires) {
    return used.putIfAbsent(challenge, expires) == null;
  }

  /** In its one spelling: another for the same bytes would count twice. */
  private static Optional<byte[]> bytes(String challenge) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(challenge);
      return bytes.length == 16 + SEAL && WRITER.encodeToString(bytes).equals(challenge)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] seal(byte[] payload, String what, String answer) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(payload);
      mac.update((what + "\n" + answer).getBytes(UTF_8));
      return Arrays.copyOf(mac.doFinal(), SEAL);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
