package press.tamizdat.desk.photos;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Crop;
import press.tamizdat.article.FocalPoint;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.PhotoText;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** What can be done to a photo. */
final class ChangePhoto {
  /** Characters of a caption that the audit keeps. */
  private static final int NAME = 80;

  private final Photos photos;
  private final PhotoPage page;

  ChangePhoto(Photos photos, PhotoPage page) {
    this.photos = photos;
    this.page = page;
  }

  Reply describe(Visit visit) {
    visit.require(Right.WRITE);
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    Fields form = visit.form();
    PhotoText text =
        new PhotoText(
            form.text("caption"),
            form.text("credit"),
            form.text("licence"),
            form.text("alternative"));
    Optional<PhotoText.Field> tooLong = text.tooLong();
    if (tooLong.isPresent()) {
      return page.tooLong(visit, photo, text, tooLong.get());
    }
    photos.describe(photo.id(), text);
    PhotosPages.note(visit, "photo.describe", photo.id());
    return visit.backWithUndo(
        address(photo.id()), address(photo.id()), fields(photo.text()), "photos.described");
  }

  private static Map<String, String> fields(PhotoText text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (PhotoText.Field field : PhotoText.Field.values()) {
      fields.put(field.word(), text.of(field));
    }
    return fields;
  }

  Reply focus(Visit visit) {
    visit.require(Right.WRITE);
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    Optional<FocalPoint> point = point(visit.form());
    if (point.isEmpty()) {
      return visit.refuse(address(photo.id()), "photos.focus.wrong");
    }
    photos.focus(photo.id(), point.get());
    PhotosPages.note(visit, "photo.focus", photo.id());
    return visit.backWithUndo(
        address(photo.id()),
        address(photo.id()) + "/focus",
        Map.of(
            "x", PhotoView.percent(photo.focus().x()), "y", PhotoView.percent(photo.focus().y())),
        "photos.focused");
  }

  private static Optional<FocalPoint> point(Fields form) {
    String x = form.text("x").strip();
    String y = form.text("y").strip();
    String percent = "(100|[0-9]{1,2})([.,][0-9]{1,3})?";
    return x.matches(percent) && y.matches(percent)
        ? Optional.of(new FocalPoint(thousandths(x), thousandths(y)))
        : Optional.empty();
  }

  private static int thousandths(String percent) {
    return (int) Math.round(Double.parseDouble(percent.replace(',', '.')) * 10);
  }

  Reply crop(Visit visit) {
    visit.require(Right.WRITE);
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    Optional<Crop> wanted = wanted(visit.form(), photo);
    if (wanted.isEmpty()) {
      Crop whole = new Crop(0, 0, photo.width(), photo.height());
      return page.badCrop(visit, photo, whole, "numbers");
    }
    Crop crop = wanted.get();
    if (crop.width() >= photo.width() && crop.height() >= photo.height()) {
      return page.badCrop(visit, photo, crop, "whole");
    }
    if (!crop.fits(photo.width(), photo.height())) {
      return page.badCrop(visit, photo, crop, "outside");
    }
    String id = photos.crop(photo, crop, Optional.of(visit.account().id()));
    PhotosPages.note(visit, "photo.crop", id);
    return visit.back(address(id), "photos.cropped");
  }

  /** A preset around the focal point, unless the part was drawn or its numbers are wanted. */
  private static Optional<Crop> wanted(Fields form, LibraryPhoto photo) {
    for (Crop.Ratio ratio : Crop.Ratio.values()) {
      if (form.text("ratio").equals(ratio.word()) && !form.text("exact").equals("1")) {
        return Optional.of(ratio.around(photo.focus(), photo.width(), photo.height()));
      }
    }
    for (String name : new String[] {"x", "y", "width", "height"}) {
      if (!form.text(name).strip().matches("[0-9]{1,6}")) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Crop(
            number(form, "x"), number(form, "y"), number(form, "width"), number(form, "height")));
  }

  private static int number(Fields form, String name) {
    return Integer.parseInt(form.text(name).strip());
  }

  Reply remove(Visit visit) {
    visit.require(Right.WRITE);
    LibraryPhoto photo = PhotosPages.found(photos, visit);
    return switch (photos.remove(photo.id())) {
      case IN_USE -> visit.refuse(address(photo.id()), "photos.remove.used");
      case REMOVED -> {
        PhotosPages.note(visit, "photo.remove", name(photo));
        yield visit.back("/photos", "photos.removed");
      }
      case UNKNOWN -> visit.back("/photos", "photos.removed");
    };
  }

  /** What is no more is known by its caption only. */
  private static String name(LibraryPhoto photo) {
    String caption = photo.text().caption().strip();
    return caption.isEmpty()
        ? photo.id()
        : caption.codePointCount(0, caption.length()) <= NAME
            ? caption
            : caption.substring(0, caption.offsetByCodePoints(0, NAME)) + "…";
  }

  Reply forgetOriginal(Visit visit) {
    visit.require(Right.WRITE);
    String id = PhotosPages.found(photos, visit).id();
    photos.forgetOriginal(id);
    PhotosPages.note(visit, "photo.forget-original", id);
    return visit.back(address(id), "photos.original.removed");
  }

  private static String address(String id) {
    return "/photos/" + id;
  }
}
