package press.tamizdat.platform.image;

import java.awt.image.WritableRaster;

/**
 * JPEG with four inks, as printers send it. Adobe's marker (APP14) says whether the first three are
 * coded as YCC, and that all are stored upside down: 0 for full ink.
 */
final class InkJpeg {
  private InkJpeg() {}

  /** Whether the first frame of the file has four components. */
  static boolean isOne(Bytes file) {
    int at = 2;
    while (true) {
      if (file.u8(at) != 0xff) {
        return false;
      }
      int marker = file.u8(at + 1);
      if (marker == 0xff) {
        at++;
      } else if (marker >= 0xc0 && marker <= 0xc2) {
        return file.u8(at + 9) == 4;
      } else if (marker == 0xda) {
        return false;
      } else {
        at += 2 + file.u16(at + 2);
      }
    }
  }

  /** The raw samples as bands C, M, Y, K with 255 for full ink, changed in place. */
  static void straighten(WritableRaster raw, Bytes file) {
    int transform = adobeTransform(file);
    int width = raw.getWidth();
    int[] row = new int[width * 4];
    for (int y = 0; y < raw.getHeight(); y++) {
      raw.getPixels(0, y, width, 1, row);
      for (int i = 0; i < row.length; i += 4) {
        if (transform == 2) {
          unYcc(row, i);
        }
        if (transform >= 0) {
          for (int band = 0; band < 4; band++) {
            row[i + band] = 255 - row[i + band];
          }
        }
      }
      raw.setPixels(0, y, width, 1, row);
    }
  }

  /** ITU-T T.871, section 7. */
  private static void unYcc(int[] row, int i) {
    double luma = row[i];
    double cb = row[i + 1] - 128.0;
    double cr = row[i + 2] - 128.0;
    row[i] = clamp(luma + 1.402 * cr);
    row[i + 1] = clamp(luma - 0.344136 * cb - 0.714136 * cr);
    row[i + 2] = clamp(luma + 1.772 * cb);
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /** What Adobe's marker says, or -1 without one. */
  private static int adobeTransform(Bytes file) {
    int at = 2;
    while (file.u8(at) == 0xff && file.u8(at + 1) != 0xda) {
      if (file.u8(at + 1) == 0xee && file.has(at + 4, "Adobe")) {
        return file.u8(at + 15);
      }
      at += file.u8(at + 1) == 0xff ? 1 : 2 + file.u16(at + 2);
    }
    return -1;
  }
}
