package press.tamizdat.platform.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.image.PictureReading.Accepted;

class RenditionsTest {
  @Test
  void thereAreThreeSizes() {
    List<Rendered> all = Renditions.of(Samples.marked(2000, 1000));
    assertThat(all).extracting(Rendered::width).containsExactly(320, 720, 1280);
    assertThat(all).extracting(Rendered::height).containsExactly(160, 360, 640);
    for (Rendered one : all) {
      assertThat(Pictures.read(one.bytes()))
          .isInstanceOfSatisfying(
              Accepted.class, r -> assertThat(r.image().getWidth()).isEqualTo(one.width()));
    }
  }

  @Test
  void aSmallOriginalIsNotEnlarged() {
    assertThat(Renditions.of(Samples.marked(500, 400)))
        .extracting(Rendered::width)
        .containsExactly(320, 500, 500);
    assertThat(Renditions.of(Samples.marked(1, 1)))
        .extracting(Rendered::height)
        .containsExactly(1, 1, 1);
  }

  @Test
  void theSmallOneFitsWhateverIsInThePicture() {
    for (BufferedImage image :
        List.of(Samples.busy(1600, 1067), Samples.busy(700, 1400), Samples.busy(330, 3000))) {
      assertThat(Renditions.of(image).getFirst().bytes().length)
          .isLessThanOrEqualTo(Renditions.SMALL_BYTES);
    }
  }

  @Test
  void nothingButPixelsIsLeft() {
    byte[] jpeg = Samples.withExif(Samples.file(Samples.marked(640, 480), "jpeg"), 6);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("Exif");
    Accepted read = (Accepted) Pictures.read(jpeg);
    for (Rendered one : Renditions.of(read.image())) {
      assertThat(chunks(one.bytes())).containsExactly("VP8 ");
      assertThat(new String(one.bytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "EXIF", "ICC", "XMP");
    }
  }

  @Test
  void theSamePictureGivesTheSameBytes() {
    BufferedImage image = Samples.busy(900, 600);
    List<Rendered> once = Renditions.of(image);
    List<Rendered> again = Renditions.of(image);
    for (int i = 0; i < 3; i++) {
      assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
    }
  }

  @Test
  void aFinePatternKeepsItsLight() {
    BufferedImage checks = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 640 * 640; i++) {
      checks.setRGB(i % 640, i / 640, (i % 640 + i / 640) % 2 == 0 ? 0xffffff : 0);
    }
    for (Scaling scaling : Scaling.values()) {
      Color middle = new Color(scaling.to(checks, 320, 320).getRGB(100, 100));
      // Half of the light is coded as 188, not as 128.
      assertThat(middle.getGreen()).isBetween(186, 190);
    }
  }

  private static List<String> chunks(byte[] webp) {
    Bytes file = new Bytes(webp);
    List<String> names = new ArrayList<>();
    long at = 12;
    while (at < webp.length) {
      names.add(new String(file.slice((int) at, 4), StandardCharsets.ISO_8859_1));
      long length = file.u32Little((int) at + 4);
      at += 8 + length + (length & 1);
    }
    assertThat(at).as("nothing after the last chunk").isEqualTo(webp.length);
    return names;
  }
}
