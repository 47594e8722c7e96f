package press.tamizdat.article;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Records;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.image.PictureFormat;
import press.tamizdat.platform.image.PictureReading;
import press.tamizdat.platform.image.Pictures;
import press.tamizdat.platform.image.Rendered;
import press.tamizdat.platform.image.Renditions;
import press.tamizdat.trust.Sha256;

/**
 * The desk's photos: what comes in is turned upright, stripped of everything but the picture, and
 * kept in three sizes.
 *
 * <p>The file that came in is let go, and with it the place, the time and the camera that it tells
 * of; unless somebody asks for it to be kept.
 */
public final class Photos {
  private final Database database;
  private final PhotoFiles files;
  private final PhotoUses uses;
  private final Clock clock;

  /**
   * @param folder for the renditions' files
   */
  public Photos(Database database, Path folder, Clock clock) {
    this.database = database;
    this.files = new PhotoFiles(folder);
    this.uses = new PhotoUses(database);
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Intake {
    /** The photo is in; {@code photo:ID} refers to it. */
    record In(String id) implements Intake {}

    record Refused(PictureReading.Reason reason) implements Intake {}
  }

  /**
   * How a photo arrives.
   *
   * @param addedBy an account's id, where there is one
   * @param keepOriginal whether the file is kept as it came, metadata and all
   */
  public record Arrival(Optional<String> addedBy, boolean keepOriginal) {
    public static final Arrival PLAIN = new Arrival(Optional.empty(), false);
  }

  public Intake add(byte[] bytes) {
    return add(bytes, Arrival.PLAIN);
  }

  /** Takes a picture's file. The same file gives the same photo. */
  public Intake add(byte[] bytes, Arrival arrival) {
    String id = Sha256.of(bytes).hex().substring(0, 32);
    if (find(id).isPresent() && !arrival.keepOriginal()) {
      return new Intake.In(id);
    }
    return Pictures.develop(
        bytes,
        reading ->
            switch (reading) {
              case PictureReading.Refused(PictureReading.Reason reason) ->
                  new Intake.Refused(reason);
              case PictureReading.Accepted(BufferedImage image, PictureFormat format) -> {
                Fresh fresh = Fresh.of(id, image, Optional.empty(), arrival.addedBy());
                List<Rendered> sizes = Renditions.of(image);
                database.change(
                    handle -> {
                      add(handle, fresh, sizes);
                      if (arrival.keepOriginal()) {
                        keepOriginal(handle, id, format, bytes);
                      }
                    });
                yield new Intake.In(id);
              }
            });
  }

  /** A photo that is about to be in the library. */
  private record Fresh(
      String id,
      int width,
      int height,
      FocalPoint focus,
      PhotoText text,
      Optional<LibraryPhoto.Origin> origin,
      Optional<String> addedBy) {

    static Fresh of(
        String id,
        BufferedImage image,
        Optional<LibraryPhoto.Origin> origin,
        Optional<String> addedBy) {
      return new Fresh(
          id,
          image.getWidth(),
          image.getHeight(),
          FocalPoint.MIDDLE,
          PhotoText.NONE,
          origin,
          addedBy);
    }

    Fresh saying(PhotoText words, FocalPoint point) {
      return new Fresh(id, width, height, point, words, origin, addedBy);
    }
  }

  /**
   * The files first: a row never points to nothing. Both while nobody else writes, so that no file
   * is taken for a removed photo's.
   */
  private void add(Handle handle, Fresh fresh, List<Rendered> sizes) {
    List<Rendition> written = files.write(sizes);
    int added =
        handle
            .createUpdate(
                "INSERT INTO photo (id, renditions, arrived_at, caption, credit, licence,"
                    + " alternative, words, width, height, focus_x, focus_y, cropped_from, crop,"
                    + " added_by) VALUES (:id, :json, :now, :caption, :credit, :licence,"
                    + " :alternative, :words, :width, :height, :x, :y, :from, :crop, :by)"
                    + " ON CONFLICT DO NOTHING")
            .bind("id", fresh.id())
            .bind("json", Records.renditions(written.get(0), written.get(1), written.get(2)))
            .bind("now", clock.millis())
            .bind("caption", fresh.text().caption())
            .bind("credit", fresh.text().credit())
            .bind("licence", fresh.text().licence())
            .bind("alternative", fresh.text().alternative())
            .bind("words", fresh.text().searchable())
            .bind("width", fresh.width())
            .bind("height", fresh.height())
            .bind("x", fresh.focus().x())
            .bind("y", fresh.focus().y())
            .bind("from", fresh.origin().map(LibraryPhoto.Origin::photo))
            .bind("crop", fresh.origin().map(o -> o.crop().text()).orElse(""))
            .bind("by", fresh.addedBy().orElse(""))
            .execute();
    assert added <= 1;
  }

  private void keepOriginal(Handle handle, String id, PictureFormat format, byte[] bytes) {
    String name = files.keepOriginal(id, format, bytes);
    handle
        .createUpdate("UPDATE photo SET original = :name WHERE id = :id")
        .bind("name", name)
        .bind("id", id)
        .execute();
  }

  public Optional<LibraryPhoto> find(String id) {
    return database.read(handle -> PhotoLibrary.find(handle, id));
  }

  /** Says what the photo is; what articles say of it already stays as it is. */
  public void describe(String id, PhotoText text) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE photo SET caption = :caption, credit = :credit, licence = :licence,"
                        + " alternative = :alternative, words = :words WHERE id = :id")
                .bind("id", id)
                .bind("caption", text.caption())
                .bind("credit", text.credit())
                .bind("licence", text.licence())
                .bind("alternative", text.alternative())
                .bind("words", text.searchable())
                .execute());
  }

  /** Takes what an article says of its photos for those of which nothing is said yet. */
  public void adoptTexts(Content content) {
    PhotoReferences.texts(content)
        .forEach(
            (id, said) ->
                find(id)
                    .map(photo -> photo.text().or(said))
                    .filter(text -> text.tooLong().isEmpty())
                    .ifPresent(text -> describe(id, text)));
  }

  public void focus(String id, FocalPoint point) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE photo SET focus_x = :x, focus_y = :y WHERE id = :id")
                .bind("id", id)
                .bind("x", point.x())
                .bind("y", point.y())
                .execute());
  }

  /**
   * Cuts a part out of a photo: a new photo, with the same words. It is cut from the original where
   * that is kept, else from the largest rendition. The same part twice is one photo.
   *
   * @param crop in pixels of {@link LibraryPhoto#width} and {@code height}
   * @return the new photo's id
   * @throws IllegalArgumentException when the crop does not {@link Crop#fits fit}
   */
  public String crop(LibraryPhoto photo, Crop crop, Optional<String> addedBy) {
    if (!crop.fits(photo.width(), photo.height())) {
      throw new IllegalArgumentException("the crop is not within the photo: " + crop);
    }
    String name = "crop " + photo.id() + " " + crop.text();
    String id = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    byte[] source =
        photo
            .original()
            .flatMap(files::original)
            .orElseGet(() -> files.read(photo.photo().large()));
    Pictures.develop(
        source,
        reading -> {
          if (!(reading instanceof PictureReading.Accepted(BufferedImage image, var _))) {
            throw new IllegalStateException("a photo of the library cannot be read: " + reading);
          }
          cut(photo, crop, id, image, addedBy);
          return id;
        });
    return id;
  }

  private void cut(
      LibraryPhoto photo, Crop crop, String id, BufferedImage image, Optional<String> addedBy) {
    Crop here = crop.scaled(photo.width(), photo.height(), image.getWidth(), image.getHeight());
    BufferedImage part = image.getSubimage(here.x(), here.y(), here.width(), here.height());
    Fresh fresh =
        Fresh.of(id, part, Optional.of(new LibraryPhoto.Origin(photo.id(), crop)), addedBy)
            .saying(photo.text(), photo.focus().within(crop, photo.width(), photo.height()));
    List<Rendered> sizes = Renditions.of(part);
    database.change(handle -> add(handle, fresh, sizes));
  }

  /** The bytes of one size. */
  public byte[] bytes(Rendition rendition) {
    return files.read(rendition);
  }

  /** The file as it came, if that is kept. */
  public Optional<byte[]> original(LibraryPhoto photo) {
    return photo.original().flatMap(files::original);
  }

  /** Lets go of the original, if it was kept. */
  public void forgetOriginal(String id) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE photo SET original = '' WHERE id = :id")
                .bind("id", id)
                .execute());
    tidy();
  }

  /** What came of a removal. */
  public enum Removal {
    REMOVED,
    /** An article shows it; see {@link PhotoLibrary#uses}. */
    IN_USE,
    UNKNOWN
  }

  /** Removes a photo that no article shows, and its files, for good. */
  public Removal remove(String id) {
    Removal removal = database.write(handle -> remove(handle, id));
    if (removal == Removal.REMOVED) {
      tidy();
    }
    return removal;
  }

  private static Removal remove(Handle handle, String id) {
    PhotoUses.refresh(handle);
    if (PhotoLibrary.isUsed(handle, id)) {
      return Removal.IN_USE;
    }
    handle
        .createUpdate("UPDATE photo SET cropped_from = NULL, crop = '' WHERE cropped_from = :id")
        .bind("id", id)
        .execute();
    int removed = handle.createUpdate("DELETE FROM photo WHERE id = :id").bind("id", id).execute();
    return removed == 1 ? Removal.REMOVED : Removal.UNKNOWN;
  }

  /**
   * Removes files that belong to no photo: those of photos just removed, and those that a kill left
   * behind. Two photos may share a file.
   */
  public void tidy() {
    // While this writes, nobody can be between a photo's files and its row.
    database.change(handle -> files.tidy(PhotoLibrary.fileNames(handle)));
  }

  /** What the photos of a content lack before readers may see them. */
  public List<PhotoLack> lacking(Content content) {
    return database.read(
        handle -> PhotoReferences.lacks(content, id -> PhotoLibrary.find(handle, id).isPresent()));
  }

  /** Up to date with every article's newest revision and publication. */
  public PhotoLibrary library() {
    uses.refresh();
    return new PhotoLibrary(database);
  }
}
