package press.tamizdat.edition.page;

/** Takes out the line breaks that stand between two tags only so that templates can be read. */
final class Tight {
  private Tight() {}

  static byte[] tight(byte[] page) {
    byte[] out = new byte[page.length];
    int length = 0;
    for (int i = 0; i < page.length; i++) {
      if (page[i] == '\n' && between(page, i, length == 0 ? 0 : out[length - 1])) {
        continue;
      }
      out[length++] = page[i];
    }
    return java.util.Arrays.copyOf(out, length);
  }

  private static boolean between(byte[] page, int at, int before) {
    int next = at;
    while (next < page.length && page[next] == '\n') {
      next++;
    }
    return before == '>' || before == '\n' || next == page.length || page[next] == '<';
  }
}
