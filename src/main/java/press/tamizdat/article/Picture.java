package press.tamizdat.article;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Finds the address of a picture among the places in which pages keep it. */
final class Picture {
  private static final List<String> LAZY =
      List.of("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-url");

  private Picture() {}

  /** The clean {@code img}, unless it is a tracking pixel or has no address that may stand. */
  static Optional<Element> read(Element img) {
    if (isPixel(img)) {
      return Optional.empty();
    }
    return address(img)
        .map(
            src ->
                new Element("img").attr("src", src).attr("alt", InlineRun.plain(img.attr("alt"))));
  }

  /** The character that an emoji picture stands for, or nothing. */
  static String glyph(Element img) {
    String alt = img.attr("alt");
    boolean emoji = img.className().contains("emoji") || img.attr("src").contains("/emoji/");
    return emoji && alt.codePointCount(0, alt.length()) <= 8 ? alt : "";
  }

  private static Optional<String> address(Element img) {
    Element parent = img.parent();
    Stream<String> lazy = LAZY.stream().map(img::attr);
    Stream<String> sets =
        Stream.concat(
            Stream.of(img.attr("data-srcset"), img.attr("srcset")).flatMap(Picture::largest),
            parent != null && parent.normalName().equals("picture")
                ? parent.select("source").stream()
                    .flatMap(s -> Stream.of(s.attr("data-srcset"), s.attr("srcset")))
                    .flatMap(Picture::largest)
                : Stream.of());
    return Stream.of(lazy, Stream.of(img.attr("src")), sets)
        .flatMap(s -> s)
        .flatMap(a -> SafeAddress.ofPicture(a).stream())
        .findFirst();
  }

  private static Stream<String> largest(String srcset) {
    return Stream.of(srcset.split(",\\s+"))
        .map(String::strip)
        .filter(c -> !c.isEmpty())
        .max(Comparator.comparingDouble(Picture::size))
        .map(c -> c.split("\\s+")[0])
        .stream();
  }

  private static double size(String candidate) {
    String[] parts = candidate.split("\\s+");
    return parts.length > 1 && parts[1].matches("[0-9]{1,6}(\\.[0-9]{1,3})?[wx]")
        ? Double.parseDouble(parts[1].substring(0, parts[1].length() - 1))
        : 1;
  }

  private static boolean isPixel(Element img) {
    return img.attr("width").matches("[01](px)?") || img.attr("height").matches("[01](px)?");
  }
}
