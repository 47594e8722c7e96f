package press.tamizdat.desk.photos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import press.tamizdat.article.LibraryPhoto;
import press.tamizdat.article.PhotoLibrary.Filter;
import press.tamizdat.article.PhotoLibrary.Found;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;

/** All photos, the newest first; as a page, and as JSON for choosing one while writing. */
final class LibraryPage {
  private static final int ON_A_PAGE = 24;
  private static final int MOST_PAGES = 100_000;

  private final Photos photos;

  LibraryPage(Photos photos) {
    this.photos = photos;
  }

  Reply show(Visit visit) {
    return visit.call().wantsJson() ? json(visit) : page(visit, List.of());
  }

  /** With what was just refused, above. */
  Reply page(Visit visit, List<LibraryView.Refusal> refusals) {
    Filter filter = Filter.of(visit.query().text("filter"));
    String query = visit.query().text("q").strip();
    int page = number(visit);
    Found found = found(visit, page);
    boolean more = page * ON_A_PAGE < found.all();
    LibraryView view =
        new LibraryView(
            query,
            Stream.of(Filter.values())
                .map(f -> new LibraryView.Choice(f.word(), f == filter))
                .toList(),
            found.photos().stream().map(LibraryPage::tile).toList(),
            found.all(),
            !query.isEmpty() || filter != Filter.ALL,
            page > 1 ? address(query, filter, page - 1) : "",
            more ? address(query, filter, page + 1) : "",
            refusals);
    return visit.page(
        refusals.isEmpty() ? 200 : 422,
        visit.say("photos.title"),
        "photos/library",
        view,
        "photos.js");
  }

  private Found found(Visit visit, int page) {
    return photos
        .library()
        .search(
            visit.query().text("q"),
            Filter.of(visit.query().text("filter")),
            (page - 1) * ON_A_PAGE,
            ON_A_PAGE);
  }

  private static int number(Visit visit) {
    String page = visit.query().text("page");
    return page.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
  }

  private static String address(String query, Filter filter, int page) {
    return "/photos?q="
        + URLEncoder.encode(query, StandardCharsets.UTF_8)
        + "&filter="
        + filter.word()
        + "&page="
        + page;
  }

  private static LibraryView.Tile tile(LibraryPhoto photo) {
    List<String> lacks = new ArrayList<>();
    if (photo.text().credit().isEmpty()) {
      lacks.add("credit");
    }
    if (photo.text().alternative().isEmpty()) {
      lacks.add("alternative");
    }
    return new LibraryView.Tile(
        photo.id(),
        photo.photo().medium().width(),
        photo.photo().medium().height(),
        photo.text().caption(),
        photo.text().credit(),
        lacks);
  }

  private Reply json(Visit visit) {
    int page = number(visit);
    Found found = found(visit, page);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("photos", found.photos().stream().map(LibraryPage::json).toList());
    if (page * ON_A_PAGE < found.all()) {
      json.put("next", page + 1);
    }
    return Reply.json(200, json);
  }

  static Map<String, Object> json(LibraryPhoto photo) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", photo.id());
    json.put("width", photo.width());
    json.put("height", photo.height());
    json.put("caption", photo.text().caption());
    json.put("credit", photo.text().credit());
    json.put("licence", photo.text().licence());
    json.put("alternative", photo.text().alternative());
    return json;
  }
}
