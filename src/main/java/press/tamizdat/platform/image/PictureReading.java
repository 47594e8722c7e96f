package press.tamizdat.platform.image;

import java.awt.image.BufferedImage;

/** What came of reading a picture. */
public sealed interface PictureReading {

  /**
   * A picture that was read and can be used.
   *
   * @param image upright, opaque, sRGB, {@link BufferedImage#TYPE_INT_RGB}; a picture of more than
   *     24 megapixels (16 for PNG) is read at half its width and height
   * @param format what the file really is, whatever its name says
   */
  record Accepted(BufferedImage image, PictureFormat format) implements PictureReading {}

  /** A picture that was not taken, and why. */
  record Refused(Reason reason) implements PictureReading {}

  /** Why a picture is refused; each is a sentence that a person can act on. */
  enum Reason {
    /** Nothing was sent. */
    EMPTY("empty"),
    /** More than {@link Pictures#MOST_BYTES}. */
    TOO_MANY_BYTES("too-many-bytes"),
    /** More than {@link Pictures#MOST_PIXELS}, or a side longer than a format should ever need. */
    TOO_MANY_PIXELS("too-many-pixels"),
    /** A page, an archive, a program or anything else that only calls itself a picture. */
    NOT_A_PICTURE("not-a-picture"),
    /** HEIC or AVIF, as telephones write them: save it as JPEG. */
    HEIF("heif"),
    /** Another picture format: BMP, TIFF, SVG, PSD. Save it as JPEG or PNG. */
    OTHER_FORMAT("other-format"),
    /** More than one frame. */
    ANIMATED("animated"),
    /** The file ends before the picture does. */
    TRUNCATED("truncated"),
    /** The file contradicts its format. */
    BROKEN("broken"),
    /** Colours that cannot be turned into sRGB. */
    COLOURS("colours");

    private final String name;

    Reason(String name) {
      this.name = name;
    }

    /** The key of the message, {@code picture.refused.NAME}. */
    public String key() {
      return "picture.refused." + name;
    }
  }
}
