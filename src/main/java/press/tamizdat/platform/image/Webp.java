package press.tamizdat.platform.image;

import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes lossy WebP (RFC 9649): one VP8 chunk, nothing else. */
final class Webp {
  /** The slowest and smallest; a picture is written once and read by thousands. */
  private static final int THOROUGH = 6;

  private static final int USUAL = 4;
  private static final int SMALL = 320 * 320;

  private Webp() {}

  /** The file, at a quality from 0 to 100. */
  static byte[] write(BufferedImage image, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
      how.setCompressionMode(WebPWriteParam.MODE_EXPLICIT);
      how.setCompressionType("Lossy");
      how.setCompressionQuality(quality / 100f);
      how.setMethod(image.getWidth() * image.getHeight() <= SMALL ? THOROUGH : USUAL);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
