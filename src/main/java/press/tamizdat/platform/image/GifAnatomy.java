package press.tamizdat.platform.image;

import java.util.Optional;
import press.tamizdat.platform.image.Anatomy.Examined;
import press.tamizdat.platform.image.PictureReading.Reason;

/** The blocks of a GIF file (GIF89a specification). */
final class GifAnatomy {
  private GifAnatomy() {}

  static Examined examine(Bytes file) {
    long width = file.u16Little(6);
    long height = file.u16Little(8);
    int frames = 0;
    int at = 13 + table(file.u8(10));
    while (true) {
      int block = file.u8(at);
      if (block == 0x3b) {
        break;
      } else if (block == 0x21) {
        at = afterSubBlocks(file, at + 2);
      } else if (block == 0x2c) {
        frames++;
        // A frame may be larger than the screen that it is drawn on: the frame is what is decoded.
        width = Math.max(width, file.u16Little(at + 5));
        height = Math.max(height, file.u16Little(at + 7));
        at = afterSubBlocks(file, at + 11 + table(file.u8(at + 9)));
      } else {
        return new Examined.Unknown(Reason.BROKEN);
      }
    }
    return frames == 0
        ? new Examined.Unknown(Reason.BROKEN)
        : new Examined.Known(
            new Anatomy(
                PictureFormat.GIF, width, height, frames, Optional.empty(), Optional.empty()));
  }

  private static int table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int afterSubBlocks(Bytes file, int from) {
    int at = from;
    while (file.u8(at) != 0) {
      at += 1 + file.u8(at);
    }
    return at + 1;
  }
}
