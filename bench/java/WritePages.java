import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes numbered pages of made-up text, each with its gzip form beside it: about 5 KB of that. */
final class WritePages {
  private static final String LETTERS = "etaoinshrdlucmfwypvbgk";

  private WritePages() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int count = Integer.parseInt(args[1]);
    Random random = new Random(1973);
    String[] words = words(random);
    for (int i = 0; i < count; i++) {
      byte[] page = page(i, words, random).getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve(i + ".html"), page);
      try (OutputStream gzip = new BestGzip(Files.newOutputStream(folder.resolve(i + ".html.gz")))) {
        gzip.write(page);
      }
    }
  }

  private static String[] words(Random random) {
    String[] words = new String[6000];
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int left = 2 + random.nextInt(8); left > 0; left--) {
        word.append(LETTERS.charAt((int) (Math.pow(random.nextDouble(), 1.5) * LETTERS.length())));
      }
      words[i] = word.toString();
    }
    return words;
  }

  private static String page(int number, String[] words, Random random) {
    StringBuilder page = new StringBuilder("<!doctype html><html lang=en><title>Page ");
    page.append(number).append("</title><main>");
    for (int paragraph = 0; paragraph < 11; paragraph++) {
      page.append("<p>");
      for (int i = 0; i < 145; i++) {
        page.append(words[(int) (Math.pow(random.nextDouble(), 2.5) * words.length)]).append(' ');
      }
      page.append("</p>\n");
    }
    return page.append("</main></html>").toString();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
