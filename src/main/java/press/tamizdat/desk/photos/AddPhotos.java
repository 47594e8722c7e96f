package press.tamizdat.desk.photos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.image.PictureReading.Reason;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.Upload;
import press.tamizdat.staff.Right;

/** Takes photos in: one or several by a form, one at a time by a script. */
final class AddPhotos {
  /** A form and the files in it, twice over while it is taken apart, in MB. */
  private static final int MOST = 100;

  private static final int PATIENCE = 60;

  private final Photos photos;
  private final LibraryPage library;
  private final Semaphore megabytes = new Semaphore(MOST);

  AddPhotos(Photos photos, LibraryPage library) {
    this.photos = photos;
    this.library = library;
  }

  Reply add(Visit visit) {
    visit.require(Right.WRITE);
    int size = size(visit);
    if (!isRoomFor(size)) {
      return refuse(visit, visit.say("photos.refused.busy"));
    }
    try {
      List<Upload> files = visit.form().uploads("photo");
      if (files.isEmpty()) {
        return refuse(visit, visit.say("photos.refused.none"));
      }
      return visit.call().wantsJson() ? json(visit, files.getFirst()) : page(visit, files);
    } catch (Unacceptable e) {
      if (e.status() != 413) {
        throw e;
      }
      return refuse(visit, visit.say("photos.refused.together"));
    } finally {
      megabytes.release(size);
    }
  }

  /** What it will take at most, before it is read. */
  private static int size(Visit visit) {
    long bytes =
        visit
            .call()
            .header("Content-Length")
            .filter(n -> n.matches("[0-9]{1,12}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    return Math.clamp((bytes >> 20) * 2 + 1, 1, MOST);
  }

  private boolean isRoomFor(int size) {
    try {
      return megabytes.tryAcquire(size, PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Reply refuse(Visit visit, String message) {
    return visit.call().wantsJson()
        ? Reply.json(422, Map.of("message", message))
        : library.page(visit, List.of(new LibraryView.Refusal("", message)));
  }

  private Photos.Intake take(Visit visit, Upload file) {
    boolean keep = visit.form().has("keep-original");
    Photos.Intake intake =
        photos.add(file.bytes(), new Photos.Arrival(Optional.of(visit.account().id()), keep));
    if (intake instanceof Photos.Intake.In(String id)) {
      PhotosPages.note(visit, "photo.add", id);
    }
    return intake;
  }

  private static String message(Visit visit, Reason reason) {
    return visit.say(reason.key().replace("picture.", "photos."));
  }

  private Reply json(Visit visit, Upload file) {
    return switch (take(visit, file)) {
      case Photos.Intake.Refused(Reason reason) ->
          Reply.json(422, Map.of("message", message(visit, reason)));
      case Photos.Intake.In(String id) -> {
        LibraryPhoto photo = photos.find(id).orElseThrow();
        yield Reply.json(201, LibraryPage.json(photo));
      }
    };
  }

  private Reply page(Visit visit, List<Upload> files) {
    List<String> added = new ArrayList<>();
    List<LibraryView.Refusal> refusals = new ArrayList<>();
    for (Upload file : files) {
      switch (take(visit, file)) {
        case Photos.Intake.In(String id) -> added.add(id);
        case Photos.Intake.Refused(Reason reason) ->
            refusals.add(new LibraryView.Refusal(file.name(), message(visit, reason)));
      }
    }
    if (!refusals.isEmpty()) {
      return library.page(visit, refusals);
    }
    return added.size() == 1
        ? visit.back("/photos/" + added.getFirst(), "photos.added.one")
        : visit.back("/photos", "photos.added.several", added.size());
  }
}
