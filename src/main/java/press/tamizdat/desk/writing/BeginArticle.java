package press.tamizdat.desk.writing;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** Makes an empty article and opens it. */
record BeginArticle(WritingRoom room) implements DeskAction {
  @Override
  public Reply act(Visit visit) {
    visit.require(Right.WRITE);
    byte[] story = new byte[8];
    room.newsroom.random().nextBytes(story);
    Content empty =
        new Content(
            language(visit),
            HexFormat.of().formatHex(story),
            "",
            "",
            "",
            "",
            bylines(visit),
            "",
            Optional.empty(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return Reply.seeOther("/articles/" + room.articles.begin(empty, visit.account().id()));
  }

  /** The one that was asked for; else the writer's own, if the paper appears in it. */
  private static Language language(Visit visit) {
    Publication publication = visit.publication();
    String asked = visit.form().text("language");
    String wanted = asked.isEmpty() ? visit.account().language().tag() : asked;
    return publication.languages().stream()
        .filter(l -> l.tag().equals(wanted))
        .findFirst()
        .orElseGet(publication::defaultLanguage);
  }

  private static List<Byline> bylines(Visit visit) {
    Publication publication = visit.publication();
    String name = visit.account().penName();
    Language language = language(visit);
    return publication.authors().stream()
        .filter(a -> a.name().containsValue(name))
        .map(a -> new Byline(a.slug(), a.name().getOrDefault(language, name)))
        .limit(1)
        .toList();
  }
}
