package press.tamizdat.platform.image;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.platform.image.Anatomy.Examined;
import press.tamizdat.platform.image.PictureReading.Reason;

/** The segments of a JPEG file (ITU-T T.81, annex B), up to the end of the first picture. */
final class JpegAnatomy {
  /** A progressive picture has about ten; thousands are there to burn the processor. */
  private static final int MOST_SCANS = 120;

  private final Bytes file;
  private int width;
  private int height;
  private int scans;
  private Optional<Bytes> exif = Optional.empty();
  private final Map<Integer, byte[]> profileParts = new TreeMap<>();

  private JpegAnatomy(Bytes file) {
    this.file = file;
  }

  static Examined examine(Bytes file) {
    return new JpegAnatomy(file).walk();
  }

  private Examined walk() {
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = file.u8(at + 1);
      at += 2;
      if (marker == 0xd9) {
        break;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        continue;
      }
      int length = file.u16(at);
      if (length < 2) {
        return new Examined.Unknown(Reason.BROKEN);
      }
      segment(marker, at + 2, length - 2);
      if (scans > MOST_SCANS) {
        return new Examined.Unknown(Reason.BROKEN);
      }
      at += length;
    }
    if (scans == 0) {
      return new Examined.Unknown(Reason.BROKEN);
    }
    return new Examined.Known(new Anatomy(PictureFormat.JPEG, width, height, 1, exif, profile()));
  }

  /** Steps over coded picture data, in which a 0xff byte is followed by a zero or a restart. */
  private int nextMarker(int from) {
    int at = from;
    while (file.u8(at) != 0xff
        || file.u8(at + 1) == 0
        || file.u8(at + 1) == 0xff
        || isRestart(file.u8(at + 1))) {
      at++;
    }
    return at;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  private void segment(int marker, int at, int length) {
    switch (marker) {
      case 0xda -> scans++;
      case 0xe1 -> {
        if (exif.isEmpty() && file.has(at, "Exif\0\0")) {
          exif = Optional.of(new Bytes(file.slice(at + 6, length - 6L)));
        }
      }
      case 0xe2 -> {
        if (file.has(at, "ICC_PROFILE\0") && length > 14) {
          profileParts.put(file.u8(at + 12), file.slice(at + 14, length - 14L));
        }
      }
      default -> {
        if (isFrame(marker)) {
          // The larger counts, should a file have two.
          height = Math.max(height, file.u16(at + 1));
          width = Math.max(width, file.u16(at + 3));
        }
      }
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** A long profile is spread over several segments (ICC.1, annex B.4). */
  private Optional<Bytes> profile() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    profileParts.values().forEach(whole::writeBytes);
    return whole.size() == 0 ? Optional.empty() : Optional.of(new Bytes(whole.toByteArray()));
  }
}
