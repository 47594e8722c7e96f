package press.tamizdat.edition.page;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.platform.text.Language;

/** The whole demo publication, printed; and put into a folder to be looked at. */
final class Preview {
  static final Path FOLDER = Path.of("target/preview");

  private final Demo demo;
  private final Pages pages;

  Preview(Demo demo) {
    this.demo = demo;
    this.pages = new Pages(demo.publication);
  }

  List<RenderedPage> print() {
    var all = new ArrayList<RenderedPage>();
    demo.articles.forEach(a -> all.addAll(pages.article(a)));
    demo.publication.languages().forEach(l -> all.addAll(ofLanguage(l)));
    return all;
  }

  private List<RenderedPage> ofLanguage(Language language) {
    var all = new ArrayList<RenderedPage>();
    List<PublishedCard> newest = demo.newest(language);
    Map<String, List<PublishedCard>> bySection =
        newest.stream().collect(Collectors.groupingBy(PublishedCard::section));
    all.addAll(pages.home(language, newest, bySection));
    for (Publication.Section section : demo.publication.sections()) {
      ListSlice.all(bySection.getOrDefault(section.slug(), List.of()))
          .forEach(s -> all.add(pages.section(language, section.slug(), s)));
    }
    for (Publication.Topic topic : demo.publication.topics()) {
      ListSlice.all(about(topic.slug(), language))
          .forEach(s -> all.add(pages.topic(language, topic.slug(), s)));
    }
    for (Publication.Author author : demo.publication.authors()) {
      var own =
          newest.stream()
              .filter(c -> c.bylines().stream().anyMatch(b -> b.slug().equals(author.slug())))
              .toList();
      ListSlice.all(own).forEach(s -> all.add(pages.author(language, author.slug(), s)));
    }
    Map<String, List<PublishedCard>> months =
        newest.reversed().stream()
            .collect(
                Collectors.groupingBy(
                    PublishedCard::month, LinkedHashMap::new, Collectors.toList()));
    months.forEach((month, cards) -> all.addAll(pages.month(language, month, cards)));
    all.add(pages.archive(language, List.copyOf(new TreeSet<>(months.keySet()))));
    all.add(pages.topics(language));
    all.add(pages.corrections(language, corrected(language)));
    all.addAll(pages.texts(language));
    all.add(pages.missing(language));
    all.add(
        pages.gone(
            new TakenDown(
                "gone-" + language,
                language,
                "2026/10",
                "taken-down",
                java.time.Instant.parse("2026-11-02T10:00:00Z"),
                "A court in Amsterdam found that it named a witness. We no longer show it.")));
    return all;
  }

  private List<PublishedCard> about(String topic, Language language) {
    var ids = new HashSet<String>();
    demo.articles.stream()
        .filter(a -> a.topics().contains(topic))
        .forEach(a -> ids.add(a.card().id()));
    return demo.newest(language).stream().filter(c -> ids.contains(c.id())).toList();
  }

  private List<Corrected> corrected(Language language) {
    return demo.articles.stream()
        .filter(a -> a.card().language().equals(language))
        .flatMap(a -> a.corrections().stream().map(c -> new Corrected(a.card(), c)))
        .sorted((a, b) -> b.correction().at().compareTo(a.correction().at()))
        .toList();
  }

  /** Writes pages, script and grey photos under {@link #FOLDER}. */
  static void write(List<RenderedPage> pages, Demo demo) {
    try {
      for (RenderedPage page : pages) {
        put(page.path(), page.html());
      }
      for (var asset : new Pages(demo.publication).assets().entrySet()) {
        put(asset.getKey(), asset.getValue());
      }
      Set<Photo> photos = new HashSet<>();
      for (PublishedArticle article : demo.articles) {
        photos.addAll(article.photos().values());
        article.card().lead().ifPresent(l -> photos.add(l.photo()));
      }
      for (Photo photo : photos) {
        photo(photo.small());
        photo(photo.medium());
        photo(photo.large());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(String path, byte[] bytes) throws IOException {
    Path file = FOLDER.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void photo(Rendition rendition) throws IOException {
    if (!Files.exists(FOLDER.resolve("photo").resolve(rendition.name()))) {
      put("photo/" + rendition.name(), grey(rendition));
    }
  }

  /** A grey photo of a rendition's size. */
  static byte[] grey(Rendition rendition) throws IOException {
    int width = rendition.width();
    int height = rendition.height();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x8a9096), width, height, new Color(0x4d5358)));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(0xc9ccce));
    pen.fillOval(width * 2 / 3, height / 6, width / 8, width / 8);
    pen.dispose();
    var file = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "webp", file)) {
      throw new IOException("no writer for WebP");
    }
    return file.toByteArray();
  }
}
