package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.article.Article;
import press.tamizdat.article.Articles;
import press.tamizdat.article.AsPublished;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.edition.page.PageTooLarge;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.edition.page.RenderedPage;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/**
 * {@code /articles/{id}/preview/{revision}/…}: the article's pages as readers would get them, with
 * their photos, at addresses that are as deep as the edition's, so that the links of the page lead
 * where they would.
 */
final class Preview {
  /** Of one publication at a time: making pages ready costs more than printing one. */
  private record Printer(Publication publication, Pages pages) {}

  private volatile Optional<Printer> last = Optional.empty();

  private Pages pages(Publication publication) {
    Optional<Printer> known = last.filter(p -> p.publication().equals(publication));
    Printer printer = known.orElseGet(() -> new Printer(publication, new Pages(publication)));
    last = Optional.of(printer);
    return printer.pages();
  }

  /** {@code GET /articles/{id}/preview}: leads to the newest revision. */
  Reply newest(Visit visit) {
    visit.require(Right.WRITE);
    String id = visit.part("id");
    return Reply.seeOther(
        "/articles/" + id + "/preview/" + Desks.article(visit).standing().revision());
  }

  /** {@code GET /articles/{id}/preview/{revision}}: leads to its first page. */
  Reply first(Visit visit) {
    visit.require(Right.WRITE);
    PublishedArticle article = article(visit);
    return Reply.seeOther(
        visit.call().path() + "/" + Paths.of(visit.publication()).article(article.card()));
  }

  /** A page of the article, a photo, or the reader's script. */
  Reply file(Visit visit, String path) {
    visit.require(Right.WRITE);
    if (path.startsWith("photo/")) {
      return photo(visit, path.substring("photo/".length()));
    }
    Pages pages = pages(visit.publication());
    byte[] asset = pages.assets().get(path);
    if (asset != null) {
      return Reply.bytes("text/javascript; charset=utf-8", asset);
    }
    return page(visit, pages, path);
  }

  private Reply page(Visit visit, Pages pages, String path) {
    List<RenderedPage> parts;
    try {
      parts = pages.article(article(visit));
    } catch (PageTooLarge e) {
      return framed(Reply.text(422, visit.say("flow.refused.large")), "'none'");
    } catch (IllegalArgumentException e) {
      return framed(Reply.text(422, visit.say("flow.refused.language")), "'none'");
    }
    return parts.stream()
        .filter(p -> p.path().equals(path))
        .findFirst()
        .map(
            p ->
                framed(
                    Reply.html(200, p.html()),
                    pages.styleHashes().stream()
                        .map(h -> "'" + h + "'")
                        .collect(Collectors.joining(" "))))
        .orElseGet(() -> framed(Reply.text(404, visit.say("flow.preview.elsewhere")), "'none'"));
  }

  /** The site's own policy, but that the desk may show it in a frame. */
  private static Reply framed(Reply reply, String styles) {
    return reply.with(
        "Content-Security-Policy",
        "default-src 'none'; img-src 'self' data:; script-src 'self'; connect-src 'none'; style-src "
            + styles
            + "; form-action 'none'; base-uri 'none'; frame-ancestors 'self'");
  }

  private static PublishedArticle article(Visit visit) {
    String id = visit.part("id");
    String number = visit.part("revision");
    if (!number.matches("[0-9]{1,8}")) {
      throw new Unacceptable(404, "there is no such revision");
    }
    Clockface clock = Clockface.of(visit);
    return visit
        .newsroom()
        .database()
        .read(
            handle ->
                Articles.find(handle, id, Integer.parseInt(number))
                    .map(Article::content)
                    .map(c -> AsPublished.of(handle, id, c, clock.now(), clock.zone())))
        .orElseThrow(() -> new Unacceptable(404, "there is no such revision"));
  }

  private static Reply photo(Visit visit, String name) {
    if (!name.matches("[0-9a-f]{16}\\.webp")) {
      throw new Unacceptable(404, "there is no such photo");
    }
    return Disk.read(visit.newsroom().photos().resolve(name))
        .map(bytes -> Reply.bytes("image/webp", bytes).unchanging())
        .orElseThrow(() -> new Unacceptable(404, "there is no such photo"));
  }
}
