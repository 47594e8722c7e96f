package press.tamizdat.platform.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * How the camera was held: the EXIF tag 0x0112, 1 to 8 (CIPA DC-008, 4.6.4).
 *
 * <p>Only the EXIF structure is parsed, never XMP, which is XML and could name other files.
 */
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  static Orientation of(Optional<Bytes> exif) {
    return exif.map(Orientation::parse).orElse(UPRIGHT);
  }

  private static Orientation parse(Bytes tiff) {
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(tiff.all()), metadata);
    for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
      Integer tag = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      if (tag != null && tag >= 1 && tag <= 8) {
        return new Orientation(tag);
      }
    }
    return UPRIGHT;
  }

  /** The picture as it was seen. {@code source} is {@link BufferedImage#TYPE_INT_RGB}. */
  BufferedImage upright(BufferedImage source) {
    if (tag == 1) {
      return source;
    }
    int w = source.getWidth();
    int h = source.getHeight();
    boolean turned = tag >= 5;
    BufferedImage target =
        new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[w];
    for (int y = 0; y < h; y++) {
      source.getRaster().getDataElements(0, y, w, 1, row);
      switch (tag) {
        case 2 -> target.getRaster().setDataElements(0, y, w, 1, reversed(row));
        case 3 -> target.getRaster().setDataElements(0, h - 1 - y, w, 1, reversed(row));
        case 4 -> target.getRaster().setDataElements(0, h - 1 - y, w, 1, row);
        case 5 -> target.getRaster().setDataElements(y, 0, 1, w, row);
        case 6 -> target.getRaster().setDataElements(h - 1 - y, 0, 1, w, row);
        case 7 -> target.getRaster().setDataElements(h - 1 - y, 0, 1, w, reversed(row));
        default -> target.getRaster().setDataElements(y, 0, 1, w, reversed(row));
      }
    }
    return target;
  }

  private static int[] reversed(int[] row) {
    int[] other = new int[row.length];
    for (int i = 0; i < row.length; i++) {
      other[i] = row[row.length - 1 - i];
    }
    return other;
  }
}
