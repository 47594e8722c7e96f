package press.tamizdat.platform.image;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import press.tamizdat.platform.image.Anatomy.Examined;
import press.tamizdat.platform.image.PictureReading.Reason;

/** The chunks of a PNG file (W3C PNG, third edition). */
final class PngAnatomy {
  /** Real profiles are a few kilobytes, printers' a megabyte or two. */
  private static final int LONGEST_PROFILE = 4 * 1024 * 1024;

  private PngAnatomy() {}

  static Examined examine(Bytes file) {
    if (!file.has(12, "IHDR")) {
      return new Examined.Unknown(Reason.BROKEN);
    }
    long width = file.u32(16);
    long height = file.u32(20);
    int frames = 1;
    Optional<Bytes> exif = Optional.empty();
    Optional<Bytes> profile = Optional.empty();
    int at = 8;
    while (!file.has(at + 4, "IEND")) {
      long length = file.u32(at);
      if (at + 12 + length > file.length()) {
        return new Examined.Unknown(Reason.TRUNCATED);
      }
      if (file.has(at + 4, "acTL")) {
        frames = (int) Math.min(Integer.MAX_VALUE, file.u32(at + 8));
      } else if (file.has(at + 4, "eXIf")) {
        exif = Optional.of(new Bytes(file.slice(at + 8, length)));
      } else if (file.has(at + 4, "iCCP")) {
        profile = inflate(new Bytes(file.slice(at + 8, length)));
      }
      at += 12 + (int) length;
    }
    return new Examined.Known(new Anatomy(PictureFormat.PNG, width, height, frames, exif, profile));
  }

  /** A name, a zero, a zero for the method, then zlib; one that grows too large is left out. */
  private static Optional<Bytes> inflate(Bytes chunk) {
    int name = 0;
    while (chunk.u8(name) != 0) {
      name++;
    }
    byte[] packed = chunk.slice(name + 2, chunk.length() - name - 2L);
    byte[] room = new byte[LONGEST_PROFILE];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      int length = inflater.inflate(room);
      return inflater.finished()
          ? Optional.of(new Bytes(new Bytes(room).slice(0, length)))
          : Optional.empty();
    } catch (DataFormatException e) {
      // A profile that cannot be unpacked says nothing about the colours: they are taken as sRGB.
      return Optional.empty();
    }
  }
}
