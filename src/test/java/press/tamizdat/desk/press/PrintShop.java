package press.tamizdat.desk.press;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import press.tamizdat.article.Article;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Content;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Publishing;
import press.tamizdat.article.Standing;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Role;

/** A newsroom in a folder with its press, and nobody at the desk but this program. */
final class PrintShop implements AutoCloseable {
  final PressRoom room;
  final Newsroom newsroom;
  final EditionFolder editions;
  final PublishEdition printer;
  final Flow flow;
  final Account editor;

  PrintShop(Path folder) {
    this.room = new PressRoom(folder);
    this.editions = room.editions("editions");
    this.printer = room.edition(editions);
    this.newsroom =
        new Newsroom(
            room.database,
            room.clock,
            new Random(5),
            folder.resolve("photos"),
            () -> room.publication,
            () -> printer,
            editions,
            day -> Map.of(),
            List::of,
            Optional.empty(),
            Optional.empty());
    this.flow =
        new Flow(room.database, room.clock, new Comments(room.database, room.clock, new Random(9)));
    Accounts accounts = new Accounts(room.database, room.clock, new Random(11));
    this.editor =
        accounts
            .named("Vera Lindt")
            .orElseGet(
                () ->
                    ((Accounts.Outcome.Done)
                            accounts.add("Vera Lindt", Role.EDITOR, PressRoom.ENGLISH))
                        .account());
  }

  Publishing publishing() {
    return Proofs.publishing(newsroom);
  }

  String draft(String slug) {
    return room.articles.create(content(slug, "Text."), Optional.empty());
  }

  /** Without a time of its own: it is published when it is published. */
  static Content content(String slug, String text) {
    Content dated =
        PressRoom.content(
            PressRoom.ENGLISH, slug, slug, "news", List.of("river"), Instant.EPOCH, text);
    return with(dated, dated.body(), dated.section());
  }

  static Content with(Content c, String body, String section) {
    return new Content(
        c.language(),
        c.story(),
        c.slug(),
        c.kicker(),
        c.headline(),
        c.standfirst(),
        c.bylines(),
        c.dateline(),
        c.lead(),
        body,
        section,
        c.topics(),
        c.corrections(),
        c.related(),
        Optional.empty(),
        Optional.empty());
  }

  Standing standing(String id) {
    return flow.standing(id).orElseThrow();
  }

  Article.State state(String id) {
    return standing(id).state();
  }

  long number() {
    return Head.Current.of(editions).map(c -> c.head().number()).orElse(0L);
  }

  /** Every file of the newest edition, by path. */
  Map<String, Entry> files() {
    Map<String, Entry> files = new TreeMap<>();
    Head.Current.of(editions)
        .ifPresent(
            c ->
                new Catalogue(editions, c.head().catalogue()).forEach(e -> files.put(e.path(), e)));
    return files;
  }

  String page(String path) {
    Entry entry = Optional.ofNullable(files().get(path)).orElseThrow();
    return new String(editions.read(entry.hash()).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    room.close();
  }
}
