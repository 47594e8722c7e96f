package press.tamizdat.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads saved web pages and plain-text scrapes of news sites as articles.
 *
 * <p>Taken are HTML ({@code .html .htm .xhtml}), MHTML ({@code .mht .mhtml}, RFC 2557), plain text
 * ({@code .txt}) and Markdown ({@code .md}), to 5 MB. Nothing is fetched or written; the same file
 * always gives the same outcome.
 */
public final class Arrival {
  static final int LARGEST = 5 * 1024 * 1024;

  private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "mht", "mhtml");
  private static final Set<String> TEXTS = Set.of("txt", "text", "md", "markdown");

  private Arrival() {}

  /** Reads a file. One that cannot be read is no article, not an exception. */
  public static Outcome read(Path file) {
    if (!PAGES.contains(ending(file)) && !TEXTS.contains(ending(file))) {
      return new Outcome.NotAnArticle(Reason.NOT_A_PAGE);
    }
    try {
      if (Files.size(file) > LARGEST) {
        return new Outcome.NotAnArticle(Reason.TOO_LARGE);
      }
      return read(file, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return new Outcome.NotAnArticle(Reason.UNREADABLE);
    }
  }

  /**
   * Reads bytes that were found in a file.
   *
   * @param file says by its ending what the bytes are, and where pictures saved with the page are
   */
  public static Outcome read(Path file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return new Outcome.NotAnArticle(Reason.TOO_LARGE);
    }
    if (PageCharset.isBinary(bytes)) {
      return new Outcome.NotAnArticle(Reason.BINARY);
    }
    if (ending(file).startsWith("mht")) {
      return WebArchive.page(bytes)
          .map(page -> WebPage.read(page, file))
          .orElseGet(() -> new Outcome.NotAnArticle(Reason.NO_TEXT));
    }
    String text = PageCharset.decode(bytes);
    if (text.isBlank()) {
      return new Outcome.NotAnArticle(Reason.EMPTY);
    }
    boolean isPage =
        PAGES.contains(ending(file))
            || text.stripLeading().matches("(?is)(<!doctype html|<html).*");
    return isPage ? WebPage.read(text, file) : PlainPage.read(text, file);
  }

  /**
   * The files of a folder that {@link #read} takes, in order of name, without the folders in which
   * browsers keep what belongs to a saved page. To be closed after use.
   *
   * @throws UncheckedIOException if a folder cannot be listed
   */
  public static Stream<Path> walk(Path folder) {
    try (Stream<Path> within = Files.list(folder)) {
      List<Path> sorted = within.sorted().toList();
      return sorted.stream().flatMap(Arrival::files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path path) {
    if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return String.valueOf(path.getFileName()).endsWith("_files") ? Stream.of() : walk(path);
    }
    boolean taken = PAGES.contains(ending(path)) || TEXTS.contains(ending(path));
    return taken && Files.isRegularFile(path) ? Stream.of(path) : Stream.of();
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
