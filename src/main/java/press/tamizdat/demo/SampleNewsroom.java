package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.Photos;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.TakeDownArticle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;

/**
 * Writes the sample publication's articles and pictures into a newsroom's desk, and publishes them.
 */
public final class SampleNewsroom {
  private final Path folder;
  private final Publication publication;
  private final Articles articles;
  private final Photos photos;
  private final PublishArticle publish;
  private final TakeDownArticle takeDown;
  private final SampleDesk desk;
  private final Map<String, String> photoIds = new ConcurrentHashMap<>();

  public SampleNewsroom(
      Path folder,
      Publication publication,
      Articles articles,
      Photos photos,
      PublishArticle publish,
      TakeDownArticle takeDown,
      SampleDesk desk) {
    this.folder = folder;
    this.publication = publication;
    this.articles = articles;
    this.photos = photos;
    this.publish = publish;
    this.takeDown = takeDown;
    this.desk = desk;
  }

  /**
   * Writes everything.
   *
   * @param progress is told how many of how many pictures are drawn
   */
  public void write(BiConsumer<Integer, Integer> progress) throws IOException {
    List<SampleArticle> samples = new ArrayList<>();
    for (Path file : texts("articles")) {
      samples.add(SampleArticle.read(file, Files.readString(file), publication));
    }
    List<SampleDraft> drafts = new ArrayList<>();
    for (Path file : texts("desk")) {
      drafts.add(SampleDraft.read(file, Files.readString(file), publication));
    }
    draw(Stream.concat(samples.stream(), drafts.stream().map(SampleDraft::article)), progress);
    samples.sort(Comparator.comparing(SampleArticle::published).thenComparing(SampleArticle::slug));
    Map<String, String> ids = new HashMap<>();
    Map<String, Content> contents = new LinkedHashMap<>();
    for (SampleArticle sample : samples) {
      Content content = sample.content(this::photo, body -> ArticleHtml.clean(body));
      String id = articles.create(content, Optional.of("sample:" + sample.key()));
      ids.put(sample.key(), id);
      contents.put(id, content);
    }
    // Translations share pictures; the library has the words of the first language.
    publication.languages().forEach(language -> adoptTexts(language, contents));
    for (SampleArticle sample : samples) {
      String id = java.util.Objects.requireNonNull(ids.get(sample.key()));
      List<String> related = sample.relatedKeys().stream().map(ids::get).toList();
      if (!related.isEmpty()) {
        articles.revise(
            id, java.util.Objects.requireNonNull(contents.get(id)).withRelated(related));
      }
      if (!(publish.publish(id) instanceof PublishArticle.Outcome.Published)) {
        throw new IllegalStateException(sample.key() + " cannot be published");
      }
      sample.takenDown().ifPresent(reason -> takeDown.takeDown(id, reason));
    }
    for (SampleDraft draft : drafts) {
      Content content = draft.article().content(this::photo, body -> ArticleHtml.clean(body));
      photos.adoptTexts(content);
      desk.lay(draft, content);
    }
  }

  private List<Path> texts(String of) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(of))) {
      return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
    }
  }

  private void adoptTexts(Language language, Map<String, Content> contents) {
    contents.values().stream()
        .filter(content -> content.language().equals(language))
        .forEach(photos::adoptTexts);
  }

  private void draw(Stream<SampleArticle> samples, BiConsumer<Integer, Integer> progress) {
    List<SampleArticle.Drawing> drawings =
        samples.flatMap(s -> s.drawings().stream()).distinct().toList();
    AtomicInteger done = new AtomicInteger();
    drawings.parallelStream()
        .forEach(
            drawing -> {
              photoIds.put(drawing.key(), draw(drawing));
              progress.accept(done.incrementAndGet(), drawings.size());
            });
  }

  private String draw(SampleArticle.Drawing drawing) {
    long seed = drawing.key().hashCode() & 0xffff_ffffL;
    BufferedImage picture = Scenes.draw(drawing.scene(), seed);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, "png", png)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (photos.add(png.toByteArray())) {
      case Photos.Intake.In(String id) -> id;
      case Photos.Intake.Refused(var reason) ->
          throw new IllegalStateException(drawing.scene() + ": " + reason);
    };
  }

  private String photo(SampleArticle.Drawing drawing) {
    return Optional.ofNullable(photoIds.get(drawing.key())).orElseThrow();
  }
}
