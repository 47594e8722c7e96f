package press.tamizdat.platform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.platform.image.PictureReading.Accepted;
import press.tamizdat.platform.image.PictureReading.Reason;
import press.tamizdat.platform.image.PictureReading.Refused;

class PicturesTest {
  /** Where the stored red (upper left) and blue (upper right) corners are seen. */
  @ParameterizedTest
  @CsvSource({
    "1, 64x48, TL, TR", "2, 64x48, TR, TL", "3, 64x48, BR, BL", "4, 64x48, BL, BR",
    "5, 48x64, TL, BL", "6, 48x64, TR, BR", "7, 48x64, BR, TR", "8, 48x64, BL, TL"
  })
  void everyOrientationIsTurnedUpright(int tag, String size, String red, String blue) {
    byte[] jpeg = Samples.withExif(Samples.file(Samples.marked(64, 48), "jpeg"), tag);
    BufferedImage image = accepted(jpeg).image();
    assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(size);
    assertThat(corner(image, red)).satisfies(c -> near(c, Color.RED));
    assertThat(corner(image, blue)).satisfies(c -> near(c, Color.BLUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
  void everyFormatIsRead(String format) {
    Accepted read = accepted(Samples.file(Samples.marked(64, 48), format));
    assertThat(read.format().name()).isEqualToIgnoringCase(format);
    assertThat(read.image().getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(corner(read.image(), "TL")).satisfies(c -> near(c, Color.RED));
    assertThat(corner(read.image(), "BR")).satisfies(c -> near(c, Color.WHITE));
  }

  @Test
  void pngAndWebpAreTurnedUprightToo() {
    byte[] png = Samples.file(Samples.marked(64, 48), "png");
    BufferedImage image = accepted(Samples.withChunk(png, "eXIf", Samples.exif(6))).image();
    assertThat(image.getWidth()).isEqualTo(48);
    assertThat(corner(image, "TR")).satisfies(c -> near(c, Color.RED));
  }

  @Test
  void whatIsTransparentBecomesWhite() {
    BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    assertThat(corner(accepted(Samples.file(clear, "png")).image(), "TL")).isEqualTo(Color.WHITE);
    assertThat(corner(accepted(Samples.file(clear, "webp")).image(), "TL"))
        .satisfies(c -> near(c, Color.WHITE));
  }

  @Test
  void sixteenBitsGreyAndPalettesAreRead() {
    BufferedImage deep = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(10, 10, 0, 65535);
    BufferedImage image = accepted(Samples.file(deep, "png")).image();
    assertThat(new Color(image.getRGB(10, 10))).isEqualTo(Color.WHITE);
    assertThat(corner(image, "TL")).isEqualTo(Color.BLACK);
    BufferedImage indexed = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.setRGB(1, 1, Color.RED.getRGB());
    assertThat(new Color(accepted(Samples.file(indexed, "png")).image().getRGB(1, 1)))
        .isEqualTo(Color.RED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void fourInksAreRead(int adobeTransform) throws Exception {
    // Full magenta and yellow make red. Adobe stores inks upside down; 2 says: as YCC.
    int[] stored = adobeTransform == 2 ? new int[] {76, 85, 255, 255} : new int[] {255, 0, 0, 255};
    WritableRaster raster = Raster.createInterleavedRaster(0, 32, 32, 4, null);
    for (int i = 0; i < 32 * 32; i++) {
      raster.setPixel(i % 32, i / 32, stored);
    }
    BufferedImage image = accepted(Samples.fourBands(raster, adobeTransform)).image();
    assertThat(corner(image, "TL")).satisfies(c -> near(c, Color.RED));
  }

  @Test
  void coloursOfAProfileBecomeStandardOnes() throws Exception {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("linear\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
      packed.write(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    }
    BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 400; i++) {
      grey.setRGB(i % 20, i / 20, 0x373737);
    }
    byte[] png = Samples.withChunk(Samples.file(grey, "png"), "iCCP", chunk.toByteArray());
    // 0x37 of linear light, 22 %, is coded as 0x80.
    assertThat(corner(accepted(png).image(), "TL")).satisfies(c -> near(c, new Color(0x808080)));
  }

  @ParameterizedTest
  @CsvSource({
    "<!doctype html><script>alert(1)</script>, NOT_A_PICTURE",
    "PK\u0003\u0004 an archive, NOT_A_PICTURE",
    "MZ a program, NOT_A_PICTURE",
    "%PDF-1.7, NOT_A_PICTURE",
    "<svg xmlns='http://www.w3.org/2000/svg'/>, OTHER_FORMAT",
    "BM6 a bitmap, OTHER_FORMAT",
    "'    ftypheic', HEIF",
    "'', EMPTY"
  })
  void whatOnlyCallsItselfAPictureIsRefused(String content, Reason reason) {
    assertThat(Pictures.read(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new Refused(reason));
  }

  @Test
  void aPictureThatMovesIsRefusedAndOneThatDoesNotIsRead() throws Exception {
    assertThat(Pictures.read(Samples.animatedGif(3))).isEqualTo(new Refused(Reason.ANIMATED));
    assertThat(Pictures.read(Samples.animatedGif(1))).isInstanceOf(Accepted.class);
    byte[] png = Samples.file(Samples.marked(20, 20), "png");
    byte[] control = ByteBuffer.allocate(8).putInt(12).putInt(0).array();
    assertThat(Pictures.read(Samples.withChunk(png, "acTL", control)))
        .isEqualTo(new Refused(Reason.ANIMATED));
  }

  @Test
  void aHugeSizeIsRefusedBeforeItIsDecoded() {
    byte[] png = Samples.claiming(Samples.file(Samples.marked(20, 20), "png"), 29_000, 29_000);
    assertThat(Pictures.read(png)).isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    byte[] gif = Samples.file(Samples.marked(20, 20), "gif");
    int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0");
    assertThat(frame).isPositive();
    gif[frame + 6] = 60;
    gif[frame + 8] = 70;
    assertThat(Pictures.read(gif))
        .as("a frame larger than the screen")
        .isEqualTo(new Refused(Reason.TOO_MANY_PIXELS));
    assertThat(Pictures.read(new byte[Pictures.MOST_BYTES + 1]))
        .isEqualTo(new Refused(Reason.TOO_MANY_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
  void aFileCutAnywhereIsRefused(String format) {
    byte[] whole = Samples.file(Samples.busy(120, 90), format);
    for (int part = 1; part < 20; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
      assertThat(Pictures.read(cut))
          .as("%s of %s bytes", cut.length, whole.length)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void aJpegWhoseScanEndsEarlyIsTruncatedAlthoughItHasAnEnd() {
    byte[] whole = Samples.file(Samples.busy(120, 90), "jpeg");
    byte[] cut =
        Samples.join(
            Arrays.copyOf(whole, whole.length / 2), new byte[] {0, (byte) 0xff, (byte) 0xd9});
    assertThat(Pictures.read(cut)).isEqualTo(new Refused(Reason.TRUNCATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
  void aChangedByteNeverEndsInAnException(String format) {
    byte[] whole = Samples.file(Samples.marked(32, 24), format);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) 0x5a;
      assertThat(Pictures.read(changed)).as("byte %s", at).isNotNull();
    }
  }

  @Test
  void aLargePhotoIsReadAtHalfItsSize() {
    byte[] jpeg = Samples.file(Samples.marked(6000, 4200), "jpeg");
    BufferedImage image = accepted(jpeg).image();
    assertThat(image.getWidth()).isEqualTo(3000);
    assertThat(corner(image, "TR")).satisfies(c -> near(c, Color.BLUE));
  }

  private static Accepted accepted(byte[] bytes) {
    return assertThat(Pictures.read(bytes)).asInstanceOf(type(Accepted.class)).actual();
  }

  private static Color corner(BufferedImage image, String where) {
    int x = where.endsWith("L") ? 1 : image.getWidth() - 2;
    int y = where.startsWith("T") ? 1 : image.getHeight() - 2;
    return new Color(image.getRGB(x, y));
  }

  private static void near(Color seen, Color wanted) {
    assertThat(seen.getRed()).isBetween(wanted.getRed() - 12, wanted.getRed() + 12);
    assertThat(seen.getGreen()).isBetween(wanted.getGreen() - 12, wanted.getGreen() + 12);
    assertThat(seen.getBlue()).isBetween(wanted.getBlue() - 12, wanted.getBlue() + 12);
  }
}
