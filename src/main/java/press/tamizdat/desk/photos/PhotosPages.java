package press.tamizdat.desk.photos;

import java.util.Optional;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Audit;

/** The addresses of the photo library. */
public final class PhotosPages {
  private PhotosPages() {}

  public static void open(DeskRoutes routes, Newsroom newsroom) {
    Photos photos = new Photos(newsroom.database(), newsroom.photos(), newsroom.clock());
    // What a kill may have left of photos that never were or are no more.
    photos.tidy();
    LibraryPage library = new LibraryPage(photos);
    routes.get("/photos", library::show);
    routes.post("/photos", new AddPhotos(photos, library)::add);
    PhotoPage page = new PhotoPage(photos, newsroom);
    routes.get("/photos/{id}", page::show);
    ChangePhoto change = new ChangePhoto(photos, page);
    routes.post("/photos/{id}", change::describe);
    routes.post("/photos/{id}/focus", change::focus);
    routes.post("/photos/{id}/crops", change::crop);
    routes.post("/photos/{id}/removal", change::remove);
    routes.post("/photos/{id}/original/removal", change::forgetOriginal);
    PhotoBytes bytes = new PhotoBytes(photos);
    routes.get("/photos/{id}/small", bytes::small);
    routes.get("/photos/{id}/medium", bytes::medium);
    routes.get("/photos/{id}/large", bytes::large);
    routes.get("/photos/{id}/original", bytes::original);
  }

  /** Enters into the book what was done to a photo. */
  static void note(Visit visit, String action, String photo) {
    visit
        .newsroom()
        .database()
        .change(
            handle ->
                new Audit(visit.newsroom().clock())
                    .note(handle, Optional.of(visit.account().id()), action, photo));
  }

  static LibraryPhoto found(Photos photos, Visit visit) {
    return photos
        .find(visit.part("id"))
        .orElseThrow(() -> new Unacceptable(404, "there is no such photo"));
  }
}
