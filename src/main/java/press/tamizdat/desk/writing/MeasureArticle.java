package press.tamizdat.desk.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import press.tamizdat.article.Article;
import press.tamizdat.article.AsPublished;
import press.tamizdat.article.Content;
import press.tamizdat.article.compare.WordBalance;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.edition.page.PageTooLarge;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.page.PartSize;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** Says how large the article's pages would be if what stands in the form were published now. */
final class MeasureArticle implements DeskAction {
  private static final int WORDS_A_MINUTE = 200;

  private final WritingRoom room;
  private final AtomicReference<Printer> printer = new AtomicReference<>();

  /** The templates, made ready for a publication: that takes longer than an article. */
  private record Printer(Publication publication, Pages pages) {}

  MeasureArticle(WritingRoom room) {
    this.room = room;
  }

  @Override
  public Reply act(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    Content content = WritingForm.read(visit.form(), article.content(), visit.publication(), false);
    PublishedArticle published =
        room.newsroom
            .database()
            .read(
                handle ->
                    AsPublished.of(
                        handle,
                        article.id(),
                        content,
                        room.newsroom.clock().instant(),
                        visit.publication().zone()));
    int words = WordBalance.count(content.body());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("words", (long) words);
    json.put("minutes", (long) Math.max(1, Math.round(words / (float) WORDS_A_MINUTE)));
    json.put("budget", (long) Pages.budget());
    json.put("topics", List.copyOf(WritingRoom.topicsIn(visit.publication(), content)));
    try {
      json.put("parts", parts(pages(visit.publication()).sizes(published)));
    } catch (PageTooLarge e) {
      json.put("parts", List.of());
      json.put("message", visit.say("writing.gauge.toolarge"));
    }
    return Reply.json(200, json);
  }

  private Pages pages(Publication publication) {
    Printer ready = printer.get();
    if (ready == null || !ready.publication().equals(publication)) {
      ready = new Printer(publication, new Pages(publication));
      printer.set(ready);
    }
    return ready.pages();
  }

  private static List<Map<String, Long>> parts(List<PartSize> sizes) {
    return sizes.stream()
        .map(s -> Map.of("bytes", (long) s.bytes(), "firstBlock", (long) s.firstBlock()))
        .toList();
  }
}
