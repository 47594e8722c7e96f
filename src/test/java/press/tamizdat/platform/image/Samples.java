package press.tamizdat.platform.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small files of every kind. */
final class Samples {
  private Samples() {}

  /** White, with a red upper left corner and a blue upper right one. */
  static BufferedImage marked(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 4, height / 4);
    pen.setColor(Color.BLUE);
    pen.fillRect(width - width / 4, 0, width / 4, height / 4);
    pen.dispose();
    return image;
  }

  /** A photo as bad for compression as a crowd in leaves. */
  static BufferedImage busy(int width, int height) {
    SplittableRandom random = new SplittableRandom(5);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.LIGHT_GRAY, width, height, Color.DARK_GRAY));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < width * height / 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(width), random.nextInt(height), 9, 9);
    }
    pen.dispose();
    return image;
  }

  static byte[] file(RenderedImage image, String format) {
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

  /** The JPEG with an EXIF block: an orientation and a place on earth. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] tiff = exif(orientation);
    return withSegment(jpeg, 0xe1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff));
  }

  static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    ByteBuffer segment = ByteBuffer.allocate(body.length + 4);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (body.length + 2)).put(body);
    return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(120).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
    tiff.putShort((short) 2);
    tiff.putShort((short) 1)
        .putShort((short) 2)
        .putInt(2)
        .put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(68).putInt(0);
    tiff.putInt(52).putInt(1).putInt(22).putInt(1).putInt(3).putInt(1);
    return tiff.array();
  }

  /** A PNG with one more chunk after its header. */
  static byte[] withChunk(byte[] png, String name, byte[] body) {
    ByteBuffer chunk = ByteBuffer.allocate(body.length + 12);
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(body);
    chunk.putInt(body.length).put(type).put(body).putInt((int) check.getValue());
    return join(Arrays.copyOf(png, 33), chunk.array(), Arrays.copyOfRange(png, 33, png.length));
  }

  /** The same file, claiming another size. */
  static byte[] claiming(byte[] png, int width, int height) {
    byte[] changed = png.clone();
    ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
    CRC32 check = new CRC32();
    check.update(changed, 12, 17);
    ByteBuffer.wrap(changed).putInt(29, (int) check.getValue());
    return changed;
  }

  static byte[] animatedGif(int frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        writer.writeToSequence(new IIOImage(marked(40, 30), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG of four inks: the raster's bands go into the file as they are. */
  static byte[] fourBands(java.awt.image.Raster raster, int adobeTransform) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
    } finally {
      writer.dispose();
    }
    byte[] adobe =
        join(
            "Adobe".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0, 100, 0, 0, 0, 0, (byte) adobeTransform});
    return withSegment(bytes.toByteArray(), 0xee, adobe);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
