package press.tamizdat.arrival;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a file's bytes into text: by byte order mark, as UTF-8 if it is valid, by what the page
 * declares, else by which of the Cyrillic code pages makes Russian of it.
 *
 * <p>Valid UTF-8 goes before the declaration, because pages are saved anew in UTF-8 with their old
 * declaration, while text in another code page is practically never valid UTF-8.
 */
final class PageCharset {
  private static final Pattern DECLARED =
      Pattern.compile(
          "charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final String FREQUENT = "оеаинтсрвл";

  private PageCharset() {}

  static String decode(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xfe, 0xff)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    return utf8(bytes)
        .orElseGet(() -> new String(bytes, declared(bytes).orElseGet(() -> guess(bytes))));
  }

  /** Whether the bytes are no text: a picture, an archive, a program. */
  static boolean isBinary(byte[] bytes) {
    if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
      return false;
    }
    int odd = 0;
    int seen = Math.min(bytes.length, 8000);
    for (int i = 0; i < seen; i++) {
      if (bytes[i] == 0) {
        return true;
      }
      if (bytes[i] > 0 && bytes[i] < 32 && "\t\n\r\f\b".indexOf(bytes[i]) < 0) {
        odd++;
      }
    }
    return odd * 50 > seen || starts(bytes, '%', 'P', 'D', 'F');
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    while (declared.find()) {
      String name = declared.group(1);
      if (isSupported(name) && !name.equalsIgnoreCase("utf-8")) {
        return Optional.of(Charset.forName(name));
      }
    }
    return Optional.empty();
  }

  private static boolean isSupported(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9+:_.-]*") && Charset.isSupported(name);
  }

  private static Charset guess(byte[] bytes) {
    Charset best = Charset.forName("windows-1252");
    long bestScore = 0;
    for (String name : new String[] {"windows-1251", "KOI8-R", "IBM866"}) {
      long score = russian(new String(bytes, Charset.forName(name)));
      if (score > bestScore && score > bytes.length / 20) {
        bestScore = score;
        best = Charset.forName(name);
      }
    }
    return best;
  }

  /** Frequent small letters count for, capitals in the middle of words count against. */
  private static long russian(String text) {
    long score = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (FREQUENT.indexOf(c) >= 0) {
        score++;
      } else if (inWord && c >= 'А' && c <= 'Я') {
        score -= 2;
      }
      inWord = Character.isLetter(c);
    }
    return score;
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
