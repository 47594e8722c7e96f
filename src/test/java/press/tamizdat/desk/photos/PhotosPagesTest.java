package press.tamizdat.desk.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.PhotoText;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.desk.Words;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.image.PictureReading.Reason;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.staff.Role;

class PhotosPagesTest {
  @TempDir private Path folder;
  private DeskRoom room;
  private Staff vera;
  private Photos photos;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    vera = room.signIn("Vera Lindt", Role.WRITER);
    photos = new Photos(room.newsroom.database(), room.newsroom.photos(), room.newsroom.clock());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static BufferedImage image(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }

  private static byte[] file(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] jpeg() throws IOException {
    return file("jpeg", image(640, 480, Color.ORANGE));
  }

  private String added(byte[] file) {
    return ((Photos.Intake.In) photos.add(file)).id();
  }

  private String refusal(byte[] file) {
    HttpResponse<String> answer = vera.upload("/photos", "photo", "photo.jpg", file, true);
    assertThat(answer.statusCode()).isEqualTo(422);
    String page = vera.upload("/photos", "photo", "photo.jpg", file, false).body();
    String message = JsonValues.string(JsonValues.object(answer.body()).get("message"));
    assertThat(page).contains("photo.jpg", "Not added");
    return message;
  }

  @Test
  void aPhotoAddedByTheFormIsShownAndAsksForItsWords() throws IOException {
    HttpResponse<String> answer = vera.upload("/photos", "photo", "IMG_1.jpg", jpeg(), false);

    assertThat(answer.statusCode()).isEqualTo(303);
    String place = answer.headers().firstValue("Location").orElseThrow();
    String page = vera.get(place).body();
    assertThat(page).contains("The photo is in the library", "640 × 480", "by Vera Lindt");
    assertThat(page).doesNotContain("IMG_1").doesNotContain("style=");
    assertThat(vera.get("/photos").body())
        .contains(place, "no credit", "no description", "1 photo");
  }

  @Test
  void theWritingSurfaceGetsJson() throws IOException {
    HttpResponse<String> answer = vera.upload("/photos", "photo", "a.jpg", jpeg(), true);

    assertThat(answer.statusCode()).isEqualTo(201);
    Map<String, Object> json = JsonValues.object(answer.body());
    assertThat(json)
        .containsEntry("width", 640L)
        .containsEntry("height", 480L)
        .containsEntry("caption", "")
        .containsKeys("id", "credit", "licence", "alternative");
    photos.describe(
        JsonValues.string(json.get("id")), new PhotoText("Ice on the Ilma", "", "", ""));
    Map<String, Object> found = JsonValues.object(vera.getJson("/photos?q=ilma&page=1").body());
    assertThat(JsonValues.list(found.get("photos"))).hasSize(1);
    assertThat(found).doesNotContainKey("next");
    assertThat(JsonValues.list(JsonValues.object(vera.getJson("/photos?q=x").body()).get("photos")))
        .isEmpty();
  }

  @Test
  void whatIsNoUsablePictureIsRefusedWithWhatToDo() throws IOException {
    assertThat(refusal("<!doctype html><h1>404</h1>".getBytes(StandardCharsets.UTF_8)))
        .contains("web page");
    assertThat(refusal(Arrays.copyOf(jpeg(), 900))).contains("cut off");
    assertThat(refusal(moving())).contains("moves");
    assertThat(refusal(claiming(file("png", image(10, 10, Color.RED)), 10_000, 6_000)))
        .contains("50 megapixels");
    assertThat(refusal(new byte[40 * 1024 * 1024 + 1])).contains("40 MB");
    assertThat(refusal("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("HEIC");
    assertThat(vera.get("/photos").body()).contains("No photos yet");
    try (Stream<Path> files = Files.list(room.newsroom.photos())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void everyReasonToRefuseHasAnAnswerInBothLanguages() {
    for (Reason reason : Reason.values()) {
      for (var language : Words.LANGUAGES) {
        assertThat(Words.in(language).say(reason.key().replace("picture.", "photos.")))
            .as(reason.name())
            .hasSizeGreaterThan(30);
      }
    }
  }

  @Test
  void noFileIsAnErrorThatSaysSo() {
    assertThat(vera.post("/photos").body()).contains("No file was chosen");
  }

  private static byte[] moving() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(image(40, 30, Color.RED), null, null), null);
      writer.writeToSequence(new IIOImage(image(40, 30, Color.BLUE), null, null), null);
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] claiming(byte[] png, int width, int height) {
    byte[] changed = png.clone();
    ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
    CRC32 check = new CRC32();
    check.update(changed, 12, 17);
    ByteBuffer.wrap(changed).putInt(29, (int) check.getValue());
    return changed;
  }

  @Test
  void theWordsAreSavedAndCanBeTakenBack() throws IOException {
    String id = added(jpeg());
    String page =
        vera.postAndFollow(
                "/photos/" + id,
                "caption",
                "The <dyke>",
                "credit",
                "Vera Lindt",
                "licence",
                "CC BY 4.0",
                "alternative",
                "Five people")
            .body();

    assertThat(page).contains("The words are saved", "Undo", "The &lt;dyke&gt;");
    assertThat(photos.find(id).orElseThrow().text())
        .isEqualTo(new PhotoText("The <dyke>", "Vera Lindt", "CC BY 4.0", "Five people"));
    HttpResponse<String> tooLong =
        vera.post("/photos/" + id, "credit", "x".repeat(201), "caption", "kept as typed");
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("at most 200", "kept as typed", "aria-invalid=\"true\"");
    assertThat(photos.find(id).orElseThrow().text().credit()).isEqualTo("Vera Lindt");
  }

  @Test
  void aCropIsMadeByAShapeAroundTheFocalPointOrByNumbers() throws IOException {
    String id = added(jpeg());
    assertThat(vera.postAndFollow("/photos/" + id + "/focus", "x", "100", "y", "0").body())
        .contains("The focal point is set");

    HttpResponse<String> square = vera.post("/photos/" + id + "/crops", "ratio", "1:1");
    String crop = square.headers().firstValue("Location").orElseThrow();
    assertThat(vera.get(crop).body()).contains("480 × 480", "/photos/" + id, "of its own");
    assertThat(photos.find(crop.substring(8)).orElseThrow().croppedFrom().orElseThrow().crop().x())
        .isEqualTo(160);

    String[] numbers = {"ratio", "free", "x", "10", "y", "20", "width", "300", "height", "200"};
    String free =
        vera.post("/photos/" + id + "/crops", numbers)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(vera.get(free).body()).contains("300 × 200");

    numbers[7] = "700";
    assertThat(vera.post("/photos/" + id + "/crops", numbers).body())
        .contains("must lie within the picture of 640 × 480");
    numbers[7] = "lots";
    assertThat(vera.post("/photos/" + id + "/crops", numbers).statusCode()).isEqualTo(422);
    assertThat(vera.postAndFollow("/photos/" + id + "/focus", "x", "101", "y", "0").body())
        .contains("stays as it was");
  }

  @Test
  void aPhotoInUseSaysWhereAndIsNotRemoved() throws IOException {
    String used = added(jpeg());
    String article =
        room.draft(
            PressRoom.ENGLISH,
            "dam",
            "dam",
            "</p><figure><img src=\"photo:" + used + "\" alt=\"\"></figure><p>");
    String unused = added(file("jpeg", image(300, 300, Color.BLUE)));

    assertThat(vera.get("/photos/" + used).body())
        .contains("/articles/" + article, "About dam", "An article uses it, so it stays");
    assertThat(vera.postAndFollow("/photos/" + used + "/removal").body())
        .contains("An article uses it");
    assertThat(vera.get("/photos?filter=unused").body()).contains(unused).doesNotContain(used);
    assertThat(vera.postAndFollow("/photos/" + unused + "/removal").body())
        .contains("The photo is gone");
    assertThat(vera.get("/photos/" + unused).statusCode()).isEqualTo(404);
    assertThat(vera.get("/photos/" + unused + "/small").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsDoneToPhotosStandsInTheBook() throws IOException {
    Staff chief = room.signIn("Anna Rehm", Role.CHIEF);
    String id = added(jpeg());
    vera.post("/photos/" + id + "/focus", "x", "10", "y", "20");
    vera.post("/photos/" + id, "caption", "The weir at dawn");

    assertThat(chief.get("/audit").body())
        .contains("Focus of a photo moved", "Words of a photo changed")
        .contains("href=\"/photos/" + id + "\"");
    vera.post("/photos/" + id + "/removal");
    assertThat(chief.get("/audit").body()).contains("Photo removed: The weir at dawn");
  }

  @Test
  void picturesAreForThoseSignedInAndKeptForGood() throws IOException {
    String id = added(jpeg());

    for (String size : new String[] {"small", "medium", "large"}) {
      HttpResponse<String> answer = vera.get("/photos/" + id + "/" + size);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/webp");
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
          .contains("private", "immutable");
      assertThat(room.stranger().get("/photos/" + id + "/" + size).statusCode()).isEqualTo(401);
    }
    assertThat(vera.get("/photos/" + id + "/original").statusCode()).isEqualTo(404);
  }

  @Test
  void anOriginalThatWasKeptCanBeSavedAndLetGo() throws IOException {
    byte[] file = jpeg();
    Photos.Arrival kept = new Photos.Arrival(java.util.Optional.empty(), true);
    String id = ((Photos.Intake.In) photos.add(file, kept)).id();

    HttpResponse<String> original = vera.get("/photos/" + id + "/original");
    assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(vera.postAndFollow("/photos/" + id + "/original/removal").body())
        .contains("The original is gone");
    assertThat(vera.get("/photos/" + id + "/original").statusCode()).isEqualTo(404);
  }
}
