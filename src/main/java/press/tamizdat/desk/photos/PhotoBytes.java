package press.tamizdat.desk.photos;

import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.Photos;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;

/** The pictures themselves. An id stands for one picture for ever. */
final class PhotoBytes {
  private final Photos photos;

  PhotoBytes(Photos photos) {
    this.photos = photos;
  }

  Reply small(Visit visit) {
    return webp(PhotosPages.found(photos, visit).photo().small());
  }

  Reply medium(Visit visit) {
    return webp(PhotosPages.found(photos, visit).photo().medium());
  }

  Reply large(Visit visit) {
    return webp(PhotosPages.found(photos, visit).photo().large());
  }

  private Reply webp(Rendition rendition) {
    return Reply.bytes("image/webp", photos.bytes(rendition)).unchanging();
  }

  /** As it came: only ever saved, never shown, since nobody has looked into it. */
  Reply original(Visit visit) {
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    String name = photo.original().orElseThrow(PhotoBytes::none);
    byte[] bytes = photos.original(photo).orElseThrow(PhotoBytes::none);
    return Reply.bytes("application/octet-stream", bytes)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static Unacceptable none() {
    return new Unacceptable(404, "the original was not kept");
  }
}
