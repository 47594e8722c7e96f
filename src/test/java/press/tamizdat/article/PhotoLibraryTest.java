package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.PhotoLibrary.Filter;
import press.tamizdat.edition.MovableClock;
import press.tamizdat.edition.PressRoom;

class PhotoLibraryTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private PressRoom room;
  private Photos photos;
  private MovableClock clock;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    clock = new MovableClock(SPRING);
    photos = new Photos(room.database, folder.resolve("library"), clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String photo(Color colour, PhotoText text) {
    return photo(PhotoFile.plain(colour), text);
  }

  private String photo(byte[] file, PhotoText text) {
    clock.advance(Duration.ofMinutes(1));
    String id = ((Photos.Intake.In) photos.add(file)).id();
    photos.describe(id, text);
    return id;
  }

  private List<String> found(String query, Filter filter) {
    return photos.library().search(query, filter, 0, 10).photos().stream()
        .map(LibraryPhoto::id)
        .toList();
  }

  private Set<String> files(String place) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(place))) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> String.valueOf(f.getFileName()))
          .collect(java.util.stream.Collectors.toSet());
    }
  }

  private static Content showing(Optional<Content.LeadPhoto> lead, String body) {
    Content c =
        PressRoom.content(PressRoom.ENGLISH, "flood", "The dyke", "news", List.of(), SPRING, body);
    return new Content(
        c.language(),
        c.story(),
        c.slug(),
        c.kicker(),
        c.headline(),
        c.standfirst(),
        c.bylines(),
        c.dateline(),
        lead,
        c.body(),
        c.section(),
        c.topics(),
        c.corrections(),
        c.related(),
        c.published(),
        c.updated());
  }

  private static String figure(String id, String alternative, String caption) {
    return "<figure><img src=\"photo:"
        + id
        + "\" alt=\""
        + alternative
        + "\">"
        + caption
        + "</figure>";
  }

  @Test
  void theNewestPhotoIsFirstAndEveryWordOfAQueryMustBeThere() {
    String ferry =
        photo(Color.ORANGE, new PhotoText("Паром у Перевоза", "Илья Марчук", "CC BY 4.0", ""));
    String bread = photo(Color.BLUE, new PhotoText("Bread, 100% rye", "", "", "A loaf"));

    assertThat(found("", Filter.ALL)).containsExactly(bread, ferry);
    assertThat(found("паром МАРЧУК", Filter.ALL)).containsExactly(ferry);
    assertThat(found("паром loaf", Filter.ALL)).isEmpty();
    assertThat(found("100%", Filter.ALL)).containsExactly(bread);
    assertThat(found("%", Filter.ALL)).containsExactly(bread);
    assertThat(found("_", Filter.ALL)).isEmpty();
    assertThat(found("", Filter.WITHOUT_CREDIT)).containsExactly(bread);
    assertThat(found("", Filter.WITHOUT_ALTERNATIVE)).containsExactly(ferry);
    assertThat(photos.library().search("", Filter.ALL, 1, 1).all()).isEqualTo(2);
    assertThat(photos.library().search("", Filter.ALL, 1, 1).photos())
        .extracting(LibraryPhoto::id)
        .containsExactly(ferry);
  }

  @Test
  void aPhotoIsUsedWhereTheNewestRevisionOrReadersShowIt() {
    String lead = photo(Color.ORANGE, PhotoText.NONE);
    String inBody = photo(Color.BLUE, PhotoText.NONE);
    String other = photo(Color.RED, PhotoText.NONE);
    String article =
        room.articles.create(
            showing(
                Optional.of(new Content.LeadPhoto(lead, "", "", "", "")), figure(inBody, "", "")),
            Optional.empty());
    assertThat(found("", Filter.UNUSED)).containsExactly(other);

    room.publish.publish(article);
    room.articles.revise(article, showing(Optional.empty(), figure(other, "", "")));

    assertThat(photos.library().uses(lead))
        .containsExactly(new PhotoLibrary.Use(article, "About The dyke", false, true, false));
    assertThat(photos.library().uses(other))
        .containsExactly(new PhotoLibrary.Use(article, "About The dyke", true, false, false));
    room.publish.publish(article);
    assertThat(found("", Filter.UNUSED)).containsExactly(inBody, lead);
    assertThat(photos.library().formerUses(lead)).isEqualTo(1);
    assertThat(photos.library().formerUses(other)).isZero();
  }

  @Test
  void aPhotoInUseIsNotRemovedAndAnUnusedOneGoesWithItsFiles() throws IOException {
    String used = photo(Color.ORANGE, PhotoText.NONE);
    Set<String> before = files("library");
    String unused = photo(Color.BLUE, PhotoText.NONE);
    room.articles.create(showing(Optional.empty(), figure(used, "", "")), Optional.empty());

    assertThat(photos.remove(used)).isEqualTo(Photos.Removal.IN_USE);
    assertThat(photos.remove(unused)).isEqualTo(Photos.Removal.REMOVED);
    assertThat(photos.remove(unused)).isEqualTo(Photos.Removal.UNKNOWN);

    assertThat(files("library")).isEqualTo(before);
    assertThat(photos.find(unused)).isEmpty();
    assertThat(photos.find(used)).isPresent();
  }

  @Test
  void aPhotoInATextThatIsNotSavedYetIsInUse() {
    String id = photo(Color.ORANGE, PhotoText.NONE);
    String article =
        room.articles.create(showing(Optional.empty(), "<p>Text.</p>"), Optional.empty());
    room.database.change(
        handle ->
            WorkingCopyTable.put(
                handle,
                new Manuscript(
                    article, "vera", "page", 1, showing(Optional.empty(), figure(id, "", ""))),
                SPRING));

    assertThat(photos.remove(id)).isEqualTo(Photos.Removal.IN_USE);
    assertThat(found("", Filter.UNUSED)).isEmpty();
    assertThat(photos.library().uses(id))
        .containsExactly(new PhotoLibrary.Use(article, "About The dyke", false, false, true));
  }

  @Test
  void aPhotoInARevisionThatWaitsForItsTimeIsInUse() {
    String id = photo(Color.ORANGE, PhotoText.NONE);
    String article =
        room.articles.create(showing(Optional.empty(), figure(id, "", "")), Optional.empty());
    room.articles.revise(article, showing(Optional.empty(), "<p>Text.</p>"));
    assertThat(found("", Filter.UNUSED)).containsExactly(id);

    room.database.change(
        handle -> handle.execute("UPDATE article SET scheduled_at = 1, scheduled_revision = 1"));

    assertThat(photos.remove(id)).isEqualTo(Photos.Removal.IN_USE);
    assertThat(found("", Filter.UNUSED)).isEmpty();
  }

  @Test
  void aFileThatTwoPhotosShareStaysWithTheOther() throws IOException {
    byte[] picture = PhotoFile.plain(Color.ORANGE);
    byte[] withMore = java.util.Arrays.copyOf(picture, picture.length + 9);
    String one = photo(picture, PhotoText.NONE);
    String two = photo(withMore, PhotoText.NONE);
    Set<String> files = files("library");
    assertThat(two).isNotEqualTo(one);

    assertThat(photos.remove(one)).isEqualTo(Photos.Removal.REMOVED);

    assertThat(files("library")).isEqualTo(files);
  }

  @Test
  void whatAKillLeftBehindIsTidiedAndNothingElse() throws IOException {
    String id = photo(Color.ORANGE, PhotoText.NONE);
    Set<String> files = files("library");
    Files.write(folder.resolve("library/0123456789abcdef.webp"), new byte[] {1});
    Files.write(folder.resolve("library/readme.txt"), new byte[] {1});

    photos.tidy();

    assertThat(files("library"))
        .containsAll(files)
        .contains("readme.txt")
        .hasSize(files.size() + 1);
    assertThat(photos.bytes(photos.find(id).orElseThrow().photo().small())).isNotEmpty();
  }

  @Test
  void aCropIsANewPhotoOfThatPartWithTheSameWords() {
    PhotoText text = new PhotoText("Two banks", "Vera Lindt", "CC BY 4.0", "A river");
    String id = photo(PhotoFile.halves(640, 480, Color.RED, Color.BLUE), text);
    photos.focus(id, new FocalPoint(750, 500));
    LibraryPhoto whole = photos.find(id).orElseThrow();

    String crop = photos.crop(whole, new Crop(320, 0, 320, 480), Optional.of("vera"));

    LibraryPhoto part = photos.find(crop).orElseThrow();
    assertThat(crop).isNotEqualTo(id);
    assertThat(part.text()).isEqualTo(text);
    assertThat(part.width() + "x" + part.height()).isEqualTo("320x480");
    assertThat(part.focus()).isEqualTo(FocalPoint.MIDDLE);
    assertThat(part.addedBy()).contains("vera");
    assertThat(part.croppedFrom())
        .contains(new LibraryPhoto.Origin(id, new Crop(320, 0, 320, 480)));
    BufferedImage image = PhotoFile.read(photos.bytes(part.photo().large()));
    assertThat(new Color(image.getRGB(40, 40)).getBlue()).isGreaterThan(200);
    assertThat(new Color(image.getRGB(40, 40)).getRed()).isLessThan(60);
    assertThat(photos.crop(whole, new Crop(320, 0, 320, 480), Optional.empty())).isEqualTo(crop);
    assertThatThrownBy(() -> photos.crop(whole, new Crop(400, 0, 320, 480), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);

    photos.remove(id);
    assertThat(photos.find(crop).orElseThrow().croppedFrom()).isEmpty();
  }

  @Test
  void aCropIsCutFromTheOriginalWhereThatIsKept() {
    byte[] file = PhotoFile.halves(4000, 600, Color.RED, Color.BLUE);
    String without = photo(file, PhotoText.NONE);
    LibraryPhoto light = photos.find(without).orElseThrow();
    assertThat(light.width()).isEqualTo(4000);
    String fromRendition = photos.crop(light, new Crop(0, 0, 2000, 600), Optional.empty());
    assertThat(photos.find(fromRendition).orElseThrow().photo().large().width()).isEqualTo(640);

    photos.add(file, new Photos.Arrival(Optional.empty(), true));
    LibraryPhoto kept = photos.find(without).orElseThrow();
    String fromOriginal = photos.crop(kept, new Crop(0, 0, 2000, 500), Optional.empty());
    assertThat(photos.find(fromOriginal).orElseThrow().photo().large().width()).isEqualTo(1280);
  }

  @Test
  void theOriginalIsKeptOnlyWhenAskedForAndCanBeLetGo() throws IOException {
    String id = photo(Color.ORANGE, PhotoText.NONE);
    assertThat(folder.resolve("library/originals")).doesNotExist();
    assertThat(photos.find(id).orElseThrow().original()).isEmpty();

    byte[] file = PhotoFile.plain(Color.BLUE);
    String kept =
        ((Photos.Intake.In) photos.add(file, new Photos.Arrival(Optional.of("vera"), true))).id();
    assertThat(photos.find(kept).orElseThrow().original()).contains(kept + ".jpeg");
    assertThat(folder.resolve("library/originals/" + kept + ".jpeg")).hasBinaryContent(file);

    photos.forgetOriginal(kept);
    assertThat(files("library/originals")).isEmpty();
    assertThat(photos.find(kept).orElseThrow().original()).isEmpty();
  }

  @Test
  void whatAnArticleSaysOfAPhotoIsAdoptedWhereNothingIsSaidYet() {
    String lead = photo(Color.ORANGE, PhotoText.NONE);
    String inBody = photo(Color.BLUE, new PhotoText("", "Ilya Marchuk", "", ""));
    Content content =
        showing(
            Optional.of(
                new Content.LeadPhoto(lead, "The dyke", "Vera Lindt", "CC BY 4.0", "A dyke")),
            figure(inBody, "Ice", "<figcaption>The ferry <cite>Somebody else</cite></figcaption>"));

    photos.adoptTexts(content);

    assertThat(photos.find(lead).orElseThrow().text())
        .isEqualTo(new PhotoText("The dyke", "Vera Lindt", "CC BY 4.0", "A dyke"));
    assertThat(photos.find(inBody).orElseThrow().text())
        .isEqualTo(new PhotoText("The ferry", "Ilya Marchuk", "", "Ice"));
  }

  @Test
  void whatPhotosLackIsNamedOneByOne() {
    String id = photo(Color.ORANGE, PhotoText.NONE);
    String gone = "0123456789abcdef0123456789abcdef";
    Content content =
        showing(
            Optional.of(new Content.LeadPhoto(id, "The dyke", "Vera Lindt", "", " ")),
            figure(id, "Ice", "<figcaption>Ice <cite>Vera Lindt</cite></figcaption>")
                + figure(id, "", "<figcaption>The ferry</figcaption>")
                + figure(gone, "x", "<figcaption><cite>y</cite></figcaption>"));

    assertThat(photos.lacking(content))
        .containsExactly(
            new PhotoLack(0, id, "The dyke", Set.of(PhotoLack.What.ALTERNATIVE)),
            new PhotoLack(
                2, id, "The ferry", Set.of(PhotoLack.What.CREDIT, PhotoLack.What.ALTERNATIVE)),
            new PhotoLack(3, gone, "", Set.of(PhotoLack.What.PHOTO)));
  }

  @Test
  void aTextThatIsTooLongIsNamed() {
    assertThat(new PhotoText("", "x".repeat(201), "", "").tooLong())
        .contains(PhotoText.Field.CREDIT);
    assertThat(new PhotoText("x".repeat(1000), "", "", "").tooLong()).isEmpty();
    assertThat(new PhotoText(" one\n two\u0000", "", "", "").caption()).isEqualTo("one two");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThat(photos.add("<!doctype html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Photos.Intake.Refused.class);
  }
}
