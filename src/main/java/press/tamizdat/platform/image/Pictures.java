package press.tamizdat.platform.image;

import com.luciad.imageio.webp.WebPReadParam;
import java.awt.color.CMMException;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import press.tamizdat.platform.image.Anatomy.Examined;
import press.tamizdat.platform.image.PictureReading.Accepted;
import press.tamizdat.platform.image.PictureReading.Reason;
import press.tamizdat.platform.image.PictureReading.Refused;

/**
 * Reads pictures that may have come from anybody: JPEG, PNG, WebP, and GIF that does not move.
 *
 * <p>Bytes go from memory to memory. Nothing is decoded before the header has shown that the result
 * fits, and what a file is called is never asked.
 */
public final class Pictures {
  /** 40 MB. */
  public static final int MOST_BYTES = 40 * 1024 * 1024;

  /** 50 megapixels. */
  public static final long MOST_PIXELS = 50_000_000;

  private static final long LONGEST_SIDE = 30_000;
  private static final long HALVED_ABOVE = 24_000_000;

  /** With transparency it takes twice the room until it stands on white. */
  private static final long PNG_HALVED_ABOVE = 16_000_000;

  /**
   * Two pictures of twelve megapixels, or one larger one, are as much as a heap of 512 MB holds
   * beside everything else: one of 24 megapixels takes some 200 MB while its colours are put right.
   */
  private static final long ALONE_ABOVE = 12_500_000;

  private static final int PLACES = 2;
  private static final Semaphore ROOM = new Semaphore(PLACES, true);

  static {
    // Otherwise ImageIO may put what it reads into a temporary file.
    ImageIO.setUseCache(false);
  }

  private Pictures() {}

  /**
   * Reads a picture and does something with it, when there is room: two at once are worked on, a
   * large one alone; whoever comes then waits.
   */
  public static <T> T develop(byte[] bytes, Function<PictureReading, T> work) {
    int places = pixels(bytes) > ALONE_ABOVE ? PLACES : 1;
    ROOM.acquireUninterruptibly(places);
    try {
      return work.apply(read(bytes));
    } finally {
      ROOM.release(places);
    }
  }

  /** As the header has it; 0 where there is none that can be read. */
  private static long pixels(byte[] bytes) {
    try {
      return Anatomy.examine(new Bytes(bytes)) instanceof Examined.Known(Anatomy anatomy)
          ? anatomy.width() * anatomy.height()
          : 0;
    } catch (Bytes.Truncated e) {
      return 0;
    }
  }

  /**
   * Reads a picture at once, however many are being read.
   *
   * @see #develop
   */
  public static PictureReading read(byte[] bytes) {
    if (bytes.length == 0) {
      return new Refused(Reason.EMPTY);
    }
    if (bytes.length > MOST_BYTES) {
      return new Refused(Reason.TOO_MANY_BYTES);
    }
    Bytes file = new Bytes(bytes);
    try {
      return switch (Anatomy.examine(file)) {
        case Examined.Unknown unknown -> new Refused(unknown.reason());
        case Examined.Known known -> read(file, known.anatomy());
      };
    } catch (Bytes.Truncated e) {
      return new Refused(Reason.TRUNCATED);
    }
  }

  private static PictureReading read(Bytes file, Anatomy anatomy) {
    if (anatomy.width() <= 0 || anatomy.height() <= 0) {
      return new Refused(Reason.BROKEN);
    }
    if (anatomy.width() > LONGEST_SIDE
        || anatomy.height() > LONGEST_SIDE
        || anatomy.width() * anatomy.height() > MOST_PIXELS) {
      return new Refused(Reason.TOO_MANY_PIXELS);
    }
    if (anatomy.frames() > 1) {
      return new Refused(Reason.ANIMATED);
    }
    try {
      BufferedImage decoded = decode(file, anatomy);
      return new Accepted(Orientation.of(anatomy.exif()).upright(decoded), anatomy.format());
    } catch (EOFException e) {
      return new Refused(Reason.TRUNCATED);
    } catch (CMMException e) {
      return new Refused(Reason.COLOURS);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The decoders say "broken" in all of these ways.
      return new Refused(e.getCause() instanceof EOFException ? Reason.TRUNCATED : Reason.BROKEN);
    }
  }

  private static BufferedImage decode(Bytes file, Anatomy anatomy) throws IOException {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(anatomy.format().name().toLowerCase(Locale.ROOT))
            .next();
    AtomicBoolean truncated = new AtomicBoolean();
    // The JPEG decoder fills what is missing with grey and only warns.
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
            truncated.set(true);
          }
        });
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file.all()))) {
      reader.setInput(in, true, true);
      BufferedImage image = pixels(reader, file, anatomy);
      if (truncated.get()) {
        throw new EOFException("premature end");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage pixels(ImageReader reader, Bytes file, Anatomy anatomy)
      throws IOException {
    ImageReadParam how = reader.getDefaultReadParam();
    long most = anatomy.format() == PictureFormat.PNG ? PNG_HALVED_ABOVE : HALVED_ABOVE;
    if (anatomy.width() * anatomy.height() > most) {
      halve(how, anatomy);
    }
    Optional<ICC_Profile> profile =
        anatomy.profile().map(bytes -> ICC_Profile.getInstance(bytes.all()));
    if (anatomy.format() == PictureFormat.JPEG && InkJpeg.isOne(file)) {
      WritableRaster inks = (WritableRaster) reader.readRaster(0, how);
      InkJpeg.straighten(inks, file);
      return Colours.fromInks(inks, profile);
    }
    // The JPEG decoder heeds the profile itself; the others do not know of it.
    return Colours.srgb(
        reader.read(0, how), anatomy.format() == PictureFormat.JPEG ? Optional.empty() : profile);
  }

  private static void halve(ImageReadParam how, Anatomy anatomy) {
    if (how instanceof WebPReadParam webp) {
      webp.setUseScaling(true);
      webp.setScaledWidth((int) anatomy.width() / 2);
      webp.setScaledHeight((int) anatomy.height() / 2);
    } else {
      how.setSourceSubsampling(2, 2, 0, 0);
    }
  }
}
