package press.tamizdat.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import press.tamizdat.article.published.Records;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.image.PictureReading;
import press.tamizdat.platform.image.Pictures;
import press.tamizdat.platform.image.Rendered;
import press.tamizdat.platform.image.Renditions;
import press.tamizdat.trust.Sha256;

/**
 * The desk's photos: what comes in is turned upright, stripped of everything but the picture, and
 * kept in three sizes.
 */
public final class Photos {
  private final Database database;
  private final Path folder;
  private final Clock clock;

  /**
   * @param folder for the renditions' files
   */
  public Photos(Database database, Path folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of it. */
  public sealed interface Intake {
    /** The photo is in; {@code photo:ID} refers to it. */
    record In(String id) implements Intake {}

    record Refused(PictureReading.Reason reason) implements Intake {}
  }

  /** Takes a picture's file. The same file gives the same photo. */
  public Intake add(byte[] bytes) {
    String id = Sha256.of(bytes).hex().substring(0, 32);
    if (isKnown(id)) {
      return new Intake.In(id);
    }
    return switch (Pictures.read(bytes)) {
      case PictureReading.Refused(PictureReading.Reason reason) -> new Intake.Refused(reason);
      case PictureReading.Accepted accepted -> {
        add(id, Renditions.of(accepted.image()));
        yield new Intake.In(id);
      }
    };
  }

  private boolean isKnown(String id) {
    return database.read(
        handle ->
            handle
                    .createQuery("SELECT count(*) FROM photo WHERE id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /** The files first: a row never points to nothing. */
  private void add(String id, List<Rendered> sizes) {
    List<Rendition> files = sizes.stream().map(this::write).toList();
    String json = Records.renditions(files.get(0), files.get(1), files.get(2));
    database.change(
        handle -> {
          int added =
              handle
                  .createUpdate(
                      "INSERT INTO photo (id, renditions, arrived_at) VALUES (:id, :json, :now)"
                          + " ON CONFLICT DO NOTHING")
                  .bind("id", id)
                  .bind("json", json)
                  .bind("now", clock.millis())
                  .execute();
          assert added <= 1;
        });
  }

  private Rendition write(Rendered rendered) {
    String name = Sha256.of(rendered.bytes()).hex().substring(0, 16) + ".webp";
    Disk.put(folder.resolve(name), rendered.bytes());
    return new Rendition(name, rendered.width(), rendered.height(), rendered.bytes().length);
  }
}
