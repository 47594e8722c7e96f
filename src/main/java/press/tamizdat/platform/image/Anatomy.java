package press.tamizdat.platform.image;

import java.util.Optional;
import press.tamizdat.platform.image.PictureReading.Reason;

/**
 * What a file says of itself before anything in it is decoded.
 *
 * @param width as stored, before it is turned upright
 * @param frames pictures in the file; more than one moves
 * @param exif the TIFF structure of its EXIF block
 * @param profile its ICC profile
 */
record Anatomy(
    PictureFormat format,
    long width,
    long height,
    int frames,
    Optional<Bytes> exif,
    Optional<Bytes> profile) {

  /** Either the anatomy, or why there is none. */
  sealed interface Examined {
    record Known(Anatomy anatomy) implements Examined {}

    record Unknown(Reason reason) implements Examined {}
  }

  static Examined examine(Bytes file) {
    if (file.has(0, "\u00ff\u00d8\u00ff")) {
      return JpegAnatomy.examine(file);
    }
    if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
      return PngAnatomy.examine(file);
    }
    if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
      return GifAnatomy.examine(file);
    }
    if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return WebpAnatomy.examine(file);
    }
    return new Examined.Unknown(stranger(file));
  }

  private static Reason stranger(Bytes file) {
    if (file.has(4, "ftyp")) {
      boolean picture =
          file.has(8, "hei")
              || file.has(8, "hev")
              || file.has(8, "mif1")
              || file.has(8, "msf1")
              || file.has(8, "avif");
      return picture ? Reason.HEIF : Reason.NOT_A_PICTURE;
    }
    boolean other =
        file.has(0, "BM")
            || file.has(0, "II*\0")
            || file.has(0, "MM\0*")
            || file.has(0, "8BPS")
            || file.has(0, "<svg")
            || file.has(0, "\u00ff\n")
            || file.has(4, "JXL ");
    return other ? Reason.OTHER_FORMAT : Reason.NOT_A_PICTURE;
  }
}
