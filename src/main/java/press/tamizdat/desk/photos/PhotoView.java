package press.tamizdat.desk.photos;

import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Crop;
import press.tamizdat.article.FocalPoint;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.PhotoText;

/**
 * One photo's page.
 *
 * @param photo as it is kept
 * @param text as it stands in the form
 * @param tooLong the field that cannot be saved as it is
 * @param crop as it stands in the form
 * @param cropFault end of a message's key, empty where nothing is wrong
 * @param added when and by whom, in words
 * @param formerUses how many articles showed it once
 */
public record PhotoView(
    LibraryPhoto photo,
    PhotoText text,
    Optional<PhotoText.Field> tooLong,
    Crop crop,
    String cropFault,
    String added,
    List<Use> uses,
    int formerUses,
    List<String> crops,
    boolean hasOrigin) {

  /**
   * @param state ends of message keys
   */
  public record Use(String article, String headline, List<String> state) {}

  /** The licences that are offered; any other can be typed. */
  public static final List<String> LICENCES =
      List.of("CC0", "CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC-SA 4.0");

  public FocalPoint focus() {
    return photo.focus();
  }

  public boolean lacksOriginal() {
    return photo.original().isEmpty();
  }

  public String address() {
    return "/photos/" + photo.id();
  }

  public boolean isTooLong(String field) {
    return tooLong.map(f -> f.word().equals(field)).orElse(false);
  }

  /** Thousandths as percent, as number fields have it. */
  public static String percent(int thousandths) {
    return thousandths % 10 == 0
        ? String.valueOf(thousandths / 10)
        : thousandths / 10 + "." + thousandths % 10;
  }
}
