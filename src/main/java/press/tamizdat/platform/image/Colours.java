package press.tamizdat.platform.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Turns any colours into opaque sRGB, on white. */
final class Colours {
  private Colours() {}

  /**
   * The picture in sRGB.
   *
   * @param profile what the file says of its colours, where the decoder did not heed it
   */
  static BufferedImage srgb(BufferedImage source, Optional<ICC_Profile> profile) {
    BufferedImage flat = flat(source);
    Optional<ICC_Profile> told =
        profile.filter(
            p -> p.getNumComponents() == 3 && p.getColorSpaceType() == ColorSpace.TYPE_RGB);
    if (told.isPresent()) {
      profiled(flat, new ICC_ColorSpace(told.get()));
    }
    return flat;
  }

  /** Draws on white; this also converts a picture whose own colour space is not sRGB. */
  private static BufferedImage flat(BufferedImage source) {
    if (source.getType() == BufferedImage.TYPE_INT_RGB) {
      return source;
    }
    BufferedImage flat = empty(source.getWidth(), source.getHeight());
    if (!source.getColorModel().hasAlpha() && !isKnown(source.getColorModel().getColorSpace())) {
      new ColorConvertOp(null).filter(source, flat);
      return flat;
    }
    Graphics2D pen = flat.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, flat.getWidth(), flat.getHeight());
      pen.drawImage(source, 0, 0, null);
    } finally {
      pen.dispose();
    }
    return flat;
  }

  private static boolean isKnown(ColorSpace space) {
    return space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY;
  }

  /** Reads the samples as the profile means them, and writes them back as sRGB. */
  private static void profiled(BufferedImage image, ICC_ColorSpace space) {
    DirectColorModel meant =
        new DirectColorModel(space, 24, 0xff0000, 0xff00, 0xff, 0, false, DataBuffer.TYPE_INT);
    BufferedImage source = new BufferedImage(meant, image.getRaster(), false, null);
    new ColorConvertOp(null).filter(source, image);
  }

  /**
   * Four inks to sRGB: by the profile, or, without one, by plain multiplication, which is a little
   * too bright but not wrong.
   *
   * @param inks bands C, M, Y, K, 255 for full ink
   */
  static BufferedImage fromInks(WritableRaster inks, Optional<ICC_Profile> profile) {
    BufferedImage target = empty(inks.getWidth(), inks.getHeight());
    Optional<ICC_Profile> told = profile.filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_CMYK);
    if (told.isPresent()) {
      ColorModel model =
          new ComponentColorModel(
              new ICC_ColorSpace(told.get()),
              false,
              false,
              Transparency.OPAQUE,
              DataBuffer.TYPE_BYTE);
      WritableRaster raster =
          Raster.createWritableRaster(inks.getSampleModel(), inks.getDataBuffer(), new Point(0, 0));
      new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), target);
      return target;
    }
    int[] row = new int[inks.getWidth() * 4];
    int[] out = new int[inks.getWidth()];
    for (int y = 0; y < inks.getHeight(); y++) {
      inks.getPixels(0, y, inks.getWidth(), 1, row);
      for (int x = 0; x < out.length; x++) {
        int paper = 255 - row[4 * x + 3];
        out[x] =
            (onPaper(row[4 * x], paper) << 16)
                | (onPaper(row[4 * x + 1], paper) << 8)
                | onPaper(row[4 * x + 2], paper);
      }
      target.getRaster().setDataElements(0, y, out.length, 1, out);
    }
    return target;
  }

  private static int onPaper(int ink, int paper) {
    return (255 - ink) * paper / 255;
  }

  private static BufferedImage empty(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }
}
