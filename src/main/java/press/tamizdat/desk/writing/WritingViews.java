package press.tamizdat.desk.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import press.tamizdat.article.Article;
import press.tamizdat.article.Content;
import press.tamizdat.article.Revision;
import press.tamizdat.article.Stage;
import press.tamizdat.article.WorkingCopy;
import press.tamizdat.article.compare.WordBalance;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.flow.Heading;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Right;

/** Makes ready what the writing page shows. */
final class WritingViews {
  private static final int PHOTOS = 8;

  private final WritingRoom room;
  private final Visit visit;
  private final Article article;
  private final Publication publication;

  WritingViews(WritingRoom room, Visit visit, Article article) {
    this.room = room;
    this.visit = visit;
    this.article = article;
    this.publication = visit.publication();
  }

  WritingView view(
      String page, Content content, Optional<WorkingCopy> copy, Optional<String> holder) {
    Revision newest = room.revisions.find(article.id(), article.revision()).orElseThrow();
    Optional<PublishedCard> card = Titles.card(room, article.id());
    String find = visit.query().text("find");
    SequencedSet<String> related = new LinkedHashSet<>(content.related());
    copy.ifPresent(c -> related.addAll(c.content().related()));
    return new WritingView(
        article.id(),
        Heading.of(visit, article.id(), "flow.tab.text"),
        newest.number(),
        newest.at().toEpochMilli(),
        WritingRoom.moment(visit, newest.at()),
        page,
        publication.zone().getId(),
        content,
        content.lead().orElseGet(() -> new Content.LeadPhoto("", "", "", "", "")),
        bylines(content, copy),
        onward(),
        card.map(c -> c.language() + "/" + c.month() + "/" + c.slug()),
        holder,
        room.locks.others(article.id(), visit.account().id()),
        copy.map(c -> offer(c, newest)),
        languages(content),
        sections(content),
        topics(content),
        related(List.copyOf(related), content),
        Titles.find(room, content.language(), find).stream()
            .filter(c -> !c.id().equals(article.id()) && !related.contains(c.id()))
            .map(c -> new WritingView.Option(c.id(), c.headline(), false))
            .toList(),
        find,
        authors(content.language()),
        new Faults(room, visit).of(content),
        photos());
  }

  private WritingView.Onward onward() {
    if (visit.account().may(Right.PUBLISH)) {
      return WritingView.Onward.PUBLISHING;
    }
    boolean draft = room.stage(article.id()).filter(s -> s == Stage.DRAFT).isPresent();
    return draft ? WritingView.Onward.SUBMITTING : WritingView.Onward.NOWHERE;
  }

  private static List<String> bylines(Content content, Optional<WorkingCopy> copy) {
    int most =
        Math.max(
            copy.map(c -> c.content().bylines().size()).orElse(0),
            Math.max(WritingForm.BYLINES, content.bylines().size()));
    List<String> names = new ArrayList<>(content.bylines().stream().map(Byline::name).toList());
    while (names.size() < most) {
      names.add("");
    }
    return names;
  }

  private WritingView.Offer offer(WorkingCopy copy, Revision newest) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", copy.at().toEpochMilli());
    json.put("by", visit.account().penName());
    json.put("fields", WritingForm.write(copy.content()));
    WordBalance balance = WordBalance.between(newest.content(), copy.content());
    return new WritingView.Offer(
        Json.text(json),
        WritingRoom.moment(visit, copy.at()),
        copy.newer(),
        balance.added(),
        balance.removed());
  }

  private List<WritingView.Option> languages(Content content) {
    return publication.languages().stream()
        .map(
            l ->
                new WritingView.Option(
                    l.tag(),
                    l.locale().getDisplayLanguage(visit.account().language().locale()),
                    l.equals(content.language())))
        .toList();
  }

  private List<WritingView.Option> sections(Content content) {
    return publication.sections().stream()
        .map(
            s ->
                new WritingView.Option(
                    s.slug(), named(s.name(), s.slug()), s.slug().equals(content.section())))
        .toList();
  }

  private List<WritingView.Topic> topics(Content content) {
    Set<String> found = WritingRoom.topicsIn(publication, content);
    return publication.topics().stream()
        .map(
            t ->
                new WritingView.Topic(
                    t.slug(),
                    named(t.name(), t.slug()),
                    content.topics().contains(t.slug()),
                    found.contains(t.slug())))
        .toList();
  }

  /** In the writer's language, else in any. */
  private String named(Map<Language, String> names, String otherwise) {
    return names.getOrDefault(
        visit.account().language(), names.getOrDefault(publication.defaultLanguage(), otherwise));
  }

  private List<WritingView.Option> related(List<String> ids, Content content) {
    return Titles.cards(room, ids).stream()
        .map(c -> new WritingView.Option(c.id(), c.headline(), content.related().contains(c.id())))
        .toList();
  }

  private List<String> authors(Language language) {
    return publication.authors().stream()
        .flatMap(a -> Optional.ofNullable(a.name().get(language)).stream())
        .sorted()
        .toList();
  }

  private List<String> photos() {
    return room.newsroom
        .database()
        .read(
            handle ->
                handle
                    .createQuery("SELECT id FROM photo ORDER BY arrived_at DESC, id LIMIT :most")
                    .bind("most", PHOTOS)
                    .mapTo(String.class)
                    .list());
  }
}
