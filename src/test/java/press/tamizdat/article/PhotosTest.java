package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.image.PictureReading.Reason;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.trust.Sha256;

class PhotosTest {
  @TempDir Path folder;
  private Database database;
  private Photos photos;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("desk.db"), "db/desk");
    photos = new Photos(database, folder.resolve("photos"), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] picture(Color colour) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 640, 480);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("photos"))) {
      return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    }
  }

  private List<String> rows() {
    return database.read(
        handle -> handle.createQuery("SELECT renditions FROM photo").mapTo(String.class).list());
  }

  @Test
  void aPhotoIsKeptInThreeSizesUnderTheHashOfItsFile() throws IOException {
    byte[] picture = picture(Color.ORANGE);

    assertThat(photos.add(picture))
        .isEqualTo(new Photos.Intake.In(Sha256.of(picture).hex().substring(0, 32)));

    Map<String, Object> sizes = JsonValues.object(rows().getFirst());
    assertThat(sizes).containsOnlyKeys("small", "medium", "large");
    for (Object size : sizes.values()) {
      Map<String, Object> fields = JsonValues.object(size);
      String name = JsonValues.string(fields.get("name"));
      byte[] bytes = Files.readAllBytes(folder.resolve("photos").resolve(name));
      assertThat(Sha256.of(bytes).hex()).startsWith(name.replace(".webp", ""));
      assertThat(bytes).hasSize((int) JsonValues.number(fields.get("length")));
      assertThat(new String(bytes, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    }
  }

  @Test
  void theSamePhotoTwiceIsOnePhoto() throws IOException {
    Photos.Intake first = photos.add(picture(Color.ORANGE));
    List<String> files = files();

    assertThat(photos.add(picture(Color.ORANGE))).isEqualTo(first);
    assertThat(photos.add(picture(Color.BLUE))).isNotEqualTo(first);

    assertThat(rows()).hasSize(2);
    assertThat(files()).containsAll(files).hasSizeGreaterThan(files.size());
  }

  @Test
  void whatIsNoPictureIsRefusedAndLeavesNothing() throws IOException {
    assertThat(photos.add("<html>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Photos.Intake.Refused(Reason.NOT_A_PICTURE));
    assertThat(photos.add(new byte[0])).isEqualTo(new Photos.Intake.Refused(Reason.EMPTY));

    assertThat(rows()).isEmpty();
    assertThat(files()).isEmpty();
  }
}
