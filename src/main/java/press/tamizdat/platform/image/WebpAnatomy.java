package press.tamizdat.platform.image;

import java.util.Optional;
import press.tamizdat.platform.image.Anatomy.Examined;
import press.tamizdat.platform.image.PictureReading.Reason;

/** The chunks of a WebP file (RFC 9649). */
final class WebpAnatomy {
  private WebpAnatomy() {}

  static Examined examine(Bytes file) {
    long end = 8 + file.u32Little(4);
    if (end > file.length()) {
      return new Examined.Unknown(Reason.TRUNCATED);
    }
    long width = 0;
    long height = 0;
    int frames = 0;
    Optional<Bytes> exif = Optional.empty();
    Optional<Bytes> profile = Optional.empty();
    long at = 12;
    while (at + 8 <= end) {
      int here = (int) at;
      long length = file.u32Little(here + 4);
      int body = here + 8;
      if (file.has(here, "VP8X")) {
        width = Math.max(width, 1L + file.u24Little(body + 4));
        height = Math.max(height, 1L + file.u24Little(body + 7));
      } else if (file.has(here, "VP8 ")) {
        frames++;
        width = Math.max(width, file.u16Little(body + 6) & 0x3fff);
        height = Math.max(height, file.u16Little(body + 8) & 0x3fff);
      } else if (file.has(here, "VP8L")) {
        frames++;
        long sides = file.u32Little(body + 1);
        width = Math.max(width, 1 + (sides & 0x3fff));
        height = Math.max(height, 1 + ((sides >> 14) & 0x3fff));
      } else if (file.has(here, "ANMF")) {
        frames += 2;
      } else if (file.has(here, "EXIF")) {
        int skip = file.has(body, "Exif\0\0") ? 6 : 0;
        exif = Optional.of(new Bytes(file.slice(body + skip, length - skip)));
      } else if (file.has(here, "ICCP")) {
        profile = Optional.of(new Bytes(file.slice(body, length)));
      }
      at += 8 + length + (length & 1);
    }
    return frames == 0
        ? new Examined.Unknown(Reason.BROKEN)
        : new Examined.Known(new Anatomy(PictureFormat.WEBP, width, height, frames, exif, profile));
  }
}
