package press.tamizdat.edition.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import press.tamizdat.trust.Sha256;

/**
 * A node of the catalogue: a few lines of text ({@code docs/edition-format.md}, "The catalogue").
 *
 * <p>A leaf (level 0) lists files, a node above lists the nodes one level below it. Reading is
 * strict: whatever {@link #bytes()} would not have written is refused, so that one set of files has
 * one tree only.
 */
public sealed interface Node {
  String MAGIC = "tamizdat-catalogue 1 ";

  /** 0 for a leaf, one more than its children's above. */
  int level();

  byte[] bytes();

  /** Files, by path. */
  record Leaf(List<Entry> entries) implements Node {
    @Override
    public int level() {
      return 0;
    }

    @Override
    public byte[] bytes() {
      StringBuilder text = new StringBuilder(MAGIC).append("0\n");
      entries.forEach(e -> text.append(line(e)));
      return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Nodes, by the first path in each. */
  record Branch(int level, List<Child> children) implements Node {
    @Override
    public byte[] bytes() {
      StringBuilder text = new StringBuilder(MAGIC).append(level).append('\n');
      children.forEach(c -> text.append(line(c)));
      return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * A node as its parent knows it.
   *
   * @param first the first path in it
   * @param length of the node in bytes
   * @param files how many files are in it and below
   */
  record Child(String first, Sha256 hash, long length, long files) {}

  static String line(Entry e) {
    return e.path() + '\t' + base64(e.hash()) + '\t' + e.length() + '\t' + e.kind().word() + '\n';
  }

  static String line(Child c) {
    return c.first() + '\t' + base64(c.hash()) + '\t' + c.length() + '\t' + c.files() + '\n';
  }

  /**
   * Reads a node.
   *
   * @throws IllegalArgumentException if it is not one, saying what is wrong with which line
   */
  static Node parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    if (!text.startsWith(MAGIC) || !text.endsWith("\n")) {
      throw new IllegalArgumentException("not a catalogue node of version 1");
    }
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    int level = (int) number(lines[0].substring(MAGIC.length()), 1);
    if (level < 0) {
      throw new IllegalArgumentException("line 1: a level below zero");
    }
    Node node = level == 0 ? leaf(lines) : branch(level, lines);
    if (!java.util.Arrays.equals(node.bytes(), bytes)) {
      throw new IllegalArgumentException("not written the one way that a node is written");
    }
    return node;
  }

  private static Leaf leaf(String[] lines) {
    List<Entry> entries = new ArrayList<>(lines.length);
    for (int i = 1; i < lines.length; i++) {
      String[] f = fields(lines, i);
      int number = i + 1;
      Kind kind =
          Kind.ofWord(f[3])
              .orElseThrow(
                  () -> new IllegalArgumentException("line " + number + ": unknown kind " + f[3]));
      entries.add(new Entry(f[0], hash(f[1], number), number(f[2], number), kind));
    }
    return new Leaf(entries);
  }

  private static Branch branch(int level, String[] lines) {
    List<Child> children = new ArrayList<>(lines.length);
    for (int i = 1; i < lines.length; i++) {
      String[] f = fields(lines, i);
      Child child = new Child(f[0], hash(f[1], i + 1), number(f[2], i + 1), number(f[3], i + 1));
      if (!Entry.isPath(child.first()) || child.length() < 1 || child.files() < 1) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + ": not a node with at least one file");
      }
      children.add(child);
    }
    if (children.isEmpty()) {
      throw new IllegalArgumentException("a branch without children");
    }
    return new Branch(level, children);
  }

  private static String[] fields(String[] lines, int i) {
    String[] fields = lines[i].split("\t", -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException("line " + (i + 1) + ": not four fields");
    }
    if (i > 1 && fields[0].compareTo(lines[i - 1].substring(0, lines[i - 1].indexOf('\t'))) <= 0) {
      throw new IllegalArgumentException("line " + (i + 1) + ": not in order");
    }
    return fields;
  }

  private static String base64(Sha256 hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
  }

  private static Sha256 hash(String text, int line) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != 32) {
      throw new IllegalArgumentException("line " + line + ": not a SHA-256");
    }
    return Sha256.parse(HexFormat.of().formatHex(bytes)).orElseThrow();
  }

  private static long number(String text, int line) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line " + line + ": not a number: " + text, e);
    }
  }
}
