package press.tamizdat.letter.roll;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for addresses in files, byte by byte: as they are in any case, in UTF-16, in hex, in base64
 * at each of its three alignments, and for their MD5, SHA-1 and SHA-256, raw, in hex and in base64.
 */
public final class Traces {
  private static final int WINDOW = 8;
  private static final int BLOCK = 1 << 20;

  /** What is looked for, by its first eight bytes. */
  private final Beginnings exact = new Beginnings();

  private final Beginnings anyCase = new Beginnings();
  private int longest = WINDOW;

  @SuppressWarnings("ArrayRecordComponent") // searched for, never compared
  private record Trace(byte[] bytes, String said) {}

  /** Most bytes of a file begin nothing: that is told from a bit, without a look at the map. */
  private static final class Beginnings {
    private static final int BITS = 20;
    private final BitSet maybe = new BitSet(1 << BITS);
    private final Map<Long, List<Trace>> traces = new HashMap<>();

    void add(Trace trace) {
      long window = window(trace.bytes(), 0);
      maybe.set(bit(window));
      traces.computeIfAbsent(window, _ -> new ArrayList<>()).add(trace);
    }

    List<Trace> at(long window) {
      return maybe.get(bit(window)) ? traces.getOrDefault(window, List.of()) : List.of();
    }

    private static int bit(long window) {
      return (int) ((window * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    }
  }

  /**
   * Something that was found: never the address, but which of them it is, and how it was hidden.
   */
  public record Find(Path file, String what) {}

  public Traces(Collection<String> addresses) {
    int number = 0;
    for (String address : addresses) {
      number++;
      Set<String> spellings = new TreeSet<>(List.of(address, address.toLowerCase(Locale.ROOT)));
      for (String spelling : spellings) {
        look(number, spelling);
      }
    }
  }

  private void look(int number, String address) {
    byte[] utf8 = address.getBytes(StandardCharsets.UTF_8);
    anyCase(number, "plain", utf8);
    anyCase(number, "UTF-16LE", address.getBytes(StandardCharsets.UTF_16LE));
    anyCase(number, "UTF-16BE", address.getBytes(StandardCharsets.UTF_16BE));
    anyCase(number, "hex", ascii(HexFormat.of().formatHex(utf8)));
    for (int alignment = 0; alignment < 3; alignment++) {
      exact(number, "base64", base64(utf8, alignment));
    }
    for (String hash : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] digest = digest(hash, utf8);
      exact(number, hash, digest);
      anyCase(number, hash + " in hex", ascii(HexFormat.of().formatHex(digest)));
      exact(number, hash + " in base64", base64(digest, 0));
    }
  }

  /** The characters that depend on these bytes alone, wherever the text before them ends. */
  private static byte[] base64(byte[] bytes, int alignment) {
    byte[] shifted = new byte[alignment + bytes.length];
    System.arraycopy(bytes, 0, shifted, alignment, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = alignment == 0 ? 0 : alignment + 1;
    int to = text.length() - (shifted.length % 3 == 0 ? 0 : 1);
    return ascii(text.substring(from, to));
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void exact(int number, String how, byte[] bytes) {
    put(exact, number, how, bytes);
  }

  private void anyCase(int number, String how, byte[] bytes) {
    byte[] lower = bytes.clone();
    lower(lower, lower.length);
    put(anyCase, number, how, lower);
  }

  private void put(Beginnings to, int number, String how, byte[] bytes) {
    to.add(new Trace(bytes, "address " + number + " (" + how + ")"));
    longest = Math.max(longest, bytes.length);
  }

  private static void lower(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] = (byte) (bytes[i] + ('a' - 'A'));
      }
    }
  }

  private static long window(byte[] bytes, int at) {
    long window = 0;
    for (int i = 0; i < WINDOW; i++) {
      window = window << 8 | (bytes[at + i] & 0xff);
    }
    return window;
  }

  /** Every trace in every file of a folder. */
  public Set<Find> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<Find> found = new java.util.HashSet<>();
      files.filter(Files::isRegularFile).forEach(file -> found.addAll(inFile(file)));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every trace in one file. */
  public Set<Find> inFile(Path file) {
    Set<Find> found = new java.util.HashSet<>();
    byte[] block = new byte[BLOCK + longest];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block, 0, BLOCK); read > 0; read = in.read(block, kept, BLOCK)) {
        int length = kept + read;
        search(file, block, length, exact, found);
        byte[] lower = Arrays.copyOf(block, length);
        lower(lower, length);
        search(file, lower, length, anyCase, found);
        kept = Math.min(longest, length);
        System.arraycopy(block, length - kept, block, 0, kept);
      }
    } catch (NoSuchFileException gone) {
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static void search(
      Path file, byte[] block, int length, Beginnings wanted, Set<Find> found) {
    if (length < WINDOW) {
      return;
    }
    long window = window(block, 0);
    for (int at = 0; at + WINDOW <= length; at++) {
      for (Trace trace : wanted.at(window)) {
        int to = at + trace.bytes().length;
        if (to <= length && Arrays.equals(block, at, to, trace.bytes(), 0, trace.bytes().length)) {
          found.add(new Find(file, trace.said()));
        }
      }
      if (at + WINDOW < length) {
        window = window << 8 | (block[at + WINDOW] & 0xff);
      }
    }
  }
}
