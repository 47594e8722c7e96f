package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import press.tamizdat.article.Crop.Ratio;

class CropTest {
  @Test
  void aPresetIsTheLargestPartOfItsProportions() {
    assertThat(Ratio.WIDE.around(FocalPoint.MIDDLE, 1600, 1200))
        .isEqualTo(new Crop(0, 150, 1600, 900));
    assertThat(Ratio.CLASSIC.around(FocalPoint.MIDDLE, 3000, 1000))
        .isEqualTo(new Crop(750, 0, 1500, 1000));
    assertThat(Ratio.SQUARE.around(FocalPoint.MIDDLE, 300, 500))
        .isEqualTo(new Crop(0, 100, 300, 300));
    assertThat(Ratio.TALL.around(FocalPoint.MIDDLE, 1000, 1000))
        .isEqualTo(new Crop(100, 0, 800, 1000));
  }

  @Test
  void aPresetKeepsTheFocalPointAndStaysInThePicture() {
    assertThat(Ratio.SQUARE.around(new FocalPoint(250, 0), 2000, 1000))
        .isEqualTo(new Crop(0, 0, 1000, 1000));
    assertThat(Ratio.SQUARE.around(new FocalPoint(600, 0), 2000, 1000))
        .isEqualTo(new Crop(700, 0, 1000, 1000));
    assertThat(Ratio.SQUARE.around(new FocalPoint(1000, 1000), 2000, 1000))
        .isEqualTo(new Crop(1000, 0, 1000, 1000));
    for (Ratio ratio : Ratio.values()) {
      for (int x = 0; x <= 1000; x += 125) {
        Crop crop = ratio.around(new FocalPoint(x, 1000 - x), 997, 1503);
        assertThat(crop.fits(997, 1503)).as(ratio + " at " + x + ": " + crop).isTrue();
      }
    }
  }

  @Test
  void whatReachesOutOfThePictureDoesNotFit() {
    assertThat(new Crop(0, 0, 640, 480).fits(640, 480)).isTrue();
    assertThat(new Crop(1, 0, 640, 480).fits(640, 480)).isFalse();
    assertThat(new Crop(-1, 0, 100, 100).fits(640, 480)).isFalse();
    assertThat(new Crop(0, 0, 39, 100).fits(640, 480)).isFalse();
    assertThat(new Crop(Integer.MAX_VALUE, 0, 100, 100).fits(640, 480)).isFalse();
    assertThat(new Crop(0, 0, 20, 20).fits(20, 20)).isTrue();
  }

  @Test
  void theSamePartIsFoundInASmallerPicture() {
    assertThat(new Crop(500, 250, 1000, 500).scaled(2000, 1000, 1000, 500))
        .isEqualTo(new Crop(250, 125, 500, 250));
    assertThat(new Crop(0, 0, 1999, 999).scaled(1999, 999, 1000, 500))
        .isEqualTo(new Crop(0, 0, 1000, 500));
  }

  @Test
  void theFocalPointStaysOnWhatItWasOn() {
    FocalPoint eye = new FocalPoint(750, 500);

    assertThat(eye.within(new Crop(1000, 0, 1000, 1000), 2000, 1000))
        .isEqualTo(new FocalPoint(500, 500));
    assertThat(eye.within(new Crop(0, 0, 1000, 1000), 2000, 1000))
        .isEqualTo(new FocalPoint(1000, 500));
  }
}
