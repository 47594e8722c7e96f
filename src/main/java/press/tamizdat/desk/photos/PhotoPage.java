package press.tamizdat.desk.photos;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Crop;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.PhotoLibrary;
import press.tamizdat.article.PhotoText;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;

/** One photo: the picture, what is said of it, where it stands, and what can be made of it. */
final class PhotoPage {
  private final Photos photos;
  private final Accounts accounts;

  PhotoPage(Photos photos, Newsroom newsroom) {
    this.photos = photos;
    this.accounts = new Accounts(newsroom.database(), newsroom.clock(), newsroom.random());
  }

  Reply show(Visit visit) {
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    return print(visit, photo, photo.text(), Optional.empty(), whole(photo), "");
  }

  /** With a text that cannot be saved as it is. */
  Reply tooLong(Visit visit, LibraryPhoto photo, PhotoText text, PhotoText.Field field) {
    return print(visit, photo, text, Optional.of(field), whole(photo), "");
  }

  /** With a crop that cannot be cut. */
  Reply badCrop(Visit visit, LibraryPhoto photo, Crop crop, String fault) {
    return print(visit, photo, photo.text(), Optional.empty(), crop, fault);
  }

  private static Crop whole(LibraryPhoto photo) {
    return new Crop(0, 0, photo.width(), photo.height());
  }

  private Reply print(
      Visit visit,
      LibraryPhoto photo,
      PhotoText text,
      Optional<PhotoText.Field> tooLong,
      Crop crop,
      String cropFault) {
    PhotoLibrary library = photos.library();
    PhotoView view =
        new PhotoView(
            photo,
            text,
            tooLong,
            crop,
            cropFault,
            added(visit, photo),
            library.uses(photo.id()).stream().map(PhotoPage::use).toList(),
            library.formerUses(photo.id()),
            library.cropsOf(photo.id()),
            photo.croppedFrom().flatMap(o -> photos.find(o.photo())).isPresent());
    boolean wrong = tooLong.isPresent() || !cropFault.isEmpty();
    String title =
        photo.text().caption().isEmpty() ? visit.say("photos.one") : photo.text().caption();
    return visit.page(wrong ? 422 : 200, title, "photos/photo", view, "photos.js");
  }

  private String added(Visit visit, LibraryPhoto photo) {
    String day = day(visit, photo.arrived());
    return photo
        .addedBy()
        .flatMap(accounts::find)
        .map(Account::penName)
        .map(name -> visit.say("photos.added.by", day, name))
        .orElseGet(() -> visit.say("photos.added.on", day));
  }

  private static String day(Visit visit, Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(visit.words().language().locale())
        .format(at.atZone(visit.publication().zone()));
  }

  private static PhotoView.Use use(PhotoLibrary.Use use) {
    List<String> state = new ArrayList<>();
    if (use.published()) {
      state.add("published");
    }
    if (use.written() && !use.published()) {
      state.add("written");
    }
    if (use.published() && !use.written()) {
      state.add("leaving");
    }
    if (use.pending() && !use.written()) {
      state.add("pending");
    }
    return new PhotoView.Use(use.article(), use.headline(), state);
  }
}
