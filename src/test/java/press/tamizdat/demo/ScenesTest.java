package press.tamizdat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.tamizdat.platform.image.PictureReading;
import press.tamizdat.platform.image.Pictures;
import press.tamizdat.platform.image.Rendered;
import press.tamizdat.platform.image.Renditions;

class ScenesTest {
  static List<String> names() {
    return Scenes.names();
  }

  @Test
  void thereAreThirtySixOfThem() {
    assertThat(Scenes.names()).hasSize(36).doesNotHaveDuplicates();
    assertThatThrownBy(() -> Scenes.draw("moon-landing", 1))
        .hasMessageContaining("no scene moon-landing")
        .hasMessageContaining("ferry-crossing");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSeedGivesOnePictureAndAnotherSeedAnother(String name) {
    int[] once = pixels(Scenes.painted(name, 7));
    assertThat(pixels(Scenes.painted(name, 7))).isEqualTo(once);
    int[] other = pixels(Scenes.painted(name, 8));
    long changed = 0;
    for (int i = 0; i < once.length; i++) {
      if (Math.abs((once[i] & 0xff) - (other[i] & 0xff)) > 12) {
        changed++;
      }
    }
    assertThat(changed).as("clearly different pixels").isGreaterThan(once.length / 10);
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePrintHasInkAndPaperAndItsSmallRenditionFits(String name) {
    BufferedImage print = Scenes.draw(name, 11);
    assertThat(print.getWidth()).isEqualTo(1600);
    assertThat(print.getHeight()).isEqualTo(1067);
    int ink = 0;
    int[] pixels = pixels(print);
    for (int pixel : pixels) {
      ink += new Color(pixel).getGreen() < 128 ? 1 : 0;
    }
    assertThat(100.0 * ink / pixels.length).isBetween(12.0, 93.0);
    Rendered small = Renditions.of(print).getFirst();
    assertThat(small.bytes().length).isLessThanOrEqualTo(Renditions.SMALL_BYTES);
    assertThat(small.width()).as("not narrowed to fit").isEqualTo(320);
  }

  @Test
  void theDotsOfAnEvenToneBlendIntoOneGreyWhenSmall() {
    BufferedImage grey = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 90 * 60; i++) {
      grey.setRGB(i % 90, i / 90, 0x909090);
    }
    BufferedImage print = Halftone.screen(grey, 1600, 1067);
    PictureReading reading = Pictures.read(Renditions.of(print).getFirst().bytes());
    BufferedImage small =
        assertThat(reading).asInstanceOf(type(PictureReading.Accepted.class)).actual().image();
    int least = 255;
    int most = 0;
    for (int x = 20; x < 300; x++) {
      int v = small.getRGB(x, 100) & 0xff;
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    assertThat(most - least).isLessThan(26);
  }

  @Test
  void theMarkIsSmall() throws IOException {
    try (InputStream in = ScenesTest.class.getResourceAsStream("/demo/favicon.svg")) {
      assertThat(Objects.requireNonNull(in).readAllBytes()).hasSizeLessThan(600);
    }
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
