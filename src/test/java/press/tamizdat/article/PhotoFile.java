package press.tamizdat.article;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to try with. */
final class PhotoFile {
  private PhotoFile() {}

  /** Left half of one colour, right half of the other. */
  static byte[] halves(int width, int height, Color left, Color right) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(left);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(right);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return file(image, "jpeg");
  }

  static byte[] plain(Color colour) {
    return halves(640, 480, colour, colour);
  }

  private static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new java.io.ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
