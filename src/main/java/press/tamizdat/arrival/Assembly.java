package press.tamizdat.arrival;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.ArrivedArticle.ArrivedCorrection;
import press.tamizdat.article.ArrivedPhoto;
import press.tamizdat.article.ArticleHtml;

/** Puts the blocks that were found to be the article together as a body with its photos. */
final class Assembly {
  private static final Pattern CORRECTION =
      Pattern.compile(
          "^(corrections?|clarification|amendment|исправление|поправка|уточнение|виправлення|korrektur|berichtigung)\\b[^.]{0,40}?[:.—–].+|^(this (article|story) (was|has been) (amended|corrected|updated) (on|to) .+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private final Path file;
  private final Optional<URI> address;
  private final String direction;
  private final List<ArrivedPhoto> photos = new ArrayList<>();
  private final List<ArrivedCorrection> corrections = new ArrayList<>();

  Assembly(Path file, Optional<URI> address, String direction) {
    this.file = file;
    this.address = address;
    this.direction = direction;
  }

  List<ArrivedPhoto> photos() {
    return photos;
  }

  List<ArrivedCorrection> corrections() {
    return corrections;
  }

  String body(List<Block> blocks) {
    Element body = Document.createShell("").body();
    blocks.stream()
        .filter(b -> !isCorrection(b))
        .map(b -> settled(b.clean().clone()))
        .forEach(body::appendChild);
    return ArticleHtml.clean(body);
  }

  private boolean isCorrection(Block block) {
    String text = block.text();
    if (!block.kind().matches("p|aside")
        || text.length() > 600
        || !CORRECTION.matcher(text).matches()) {
      return false;
    }
    corrections.add(new ArrivedCorrection(When.in(text), text));
    return true;
  }

  private Element settled(Element block) {
    block.select("[dir=" + direction + "]").removeAttr("dir");
    block
        .select("a[href]")
        .forEach(
            a ->
                a.attr("href", resolved(a.attr("href")).map(URI::toString).orElse(a.attr("href"))));
    for (Element figure : block.select("figure:not(.embed)")) {
      photo(figure).ifPresent(photos::add);
    }
    return block;
  }

  /** The photo of a figure; its caption is put in order in the figure too. */
  Optional<ArrivedPhoto> photo(Element figure) {
    Element img = figure.selectFirst("img");
    if (img == null) {
      return Optional.empty();
    }
    Credits credits = credits(figure);
    figure.select("figcaption").remove();
    if (!credits.caption().isEmpty() || !credits.credit().isEmpty()) {
      Element caption = figure.appendElement("figcaption").appendText(credits.caption());
      if (!credits.credit().isEmpty()) {
        caption
            .appendText(credits.caption().isEmpty() ? "" : " ")
            .appendElement("cite")
            .appendText(credits.credit());
      }
    }
    ArrivedPhoto photo = photo(img.attr("src"), credits, img.attr("alt"));
    img.attr("src", photo.reference());
    return Optional.of(photo);
  }

  ArrivedPhoto photo(String src, Credits credits, String alternative) {
    ArrivedPhoto.Origin origin = origin(src);
    String reference = origin instanceof ArrivedPhoto.Origin.Remote(URI at) ? at.toString() : src;
    return new ArrivedPhoto(
        reference,
        origin,
        credits.caption(),
        credits.credit(),
        credits.licence(),
        Words.tidy(alternative));
  }

  private static Credits credits(Element figure) {
    Element caption = figure.selectFirst("figcaption");
    if (caption == null) {
      return Credits.NONE;
    }
    Element cite = caption.selectFirst("cite");
    if (cite == null) {
      return Credits.of(Words.tidy(caption.text()));
    }
    Element rest = caption.clone();
    rest.select("cite").remove();
    return Credits.of(Words.tidy(rest.text()), Words.tidy(cite.text()));
  }

  private ArrivedPhoto.Origin origin(String src) {
    Optional<Path> saved = saved(src);
    if (saved.isPresent()) {
      return new ArrivedPhoto.Origin.Saved(saved.get());
    }
    return resolved(src)
        .<ArrivedPhoto.Origin>map(ArrivedPhoto.Origin.Remote::new)
        .orElseGet(ArrivedPhoto.Origin.Missing::new);
  }

  /** A file beside the page, never one outside its folder. */
  private Optional<Path> saved(String src) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null
        || src.isEmpty()
        || src.startsWith("/")
        || src.matches("^[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      return Optional.empty();
    }
    try {
      String decoded =
          java.net.URLDecoder.decode(
              src.replace("+", "%2B").replaceFirst("[?#].*$", ""), StandardCharsets.UTF_8);
      Path path = folder.resolve(decoded).normalize();
      return path.startsWith(folder) && Files.isRegularFile(path)
          ? Optional.of(path)
          : Optional.empty();
    } catch (IllegalArgumentException noPath) {
      return Optional.empty();
    }
  }

  private Optional<URI> resolved(String reference) {
    try {
      URI uri = URI.create(reference);
      if (uri.getScheme() != null) {
        return uri.getScheme().matches("https?|mailto") ? Optional.of(uri) : Optional.empty();
      }
      return reference.startsWith("#") ? Optional.empty() : address.map(a -> a.resolve(uri));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
