package press.tamizdat.desk.letters;

import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.PrintedIssue;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/**
 * The letter as mail programs show it, for frames: by day, by night, and as plain text. Its photos
 * come from the desk, so that a preview asks nothing of the site.
 */
final class PreviewPage {
  private static final String DARK = "@media (prefers-color-scheme:dark)";

  private final Newsroom newsroom;
  private final Copies copies;

  PreviewPage(Newsroom newsroom) {
    this.newsroom = newsroom;
    this.copies = new Copies(newsroom);
  }

  void open(DeskRoutes routes) {
    routes.get(IssueRoom.PATTERN + "/preview/{look}", this::show);
    routes.get("/letters/photo/{name}", this::photo);
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    Issue issue = IssueRoom.of(visit);
    PrintedIssue printed =
        newsroom.database().read(handle -> copies.print(handle, issue, issue.draft()));
    return switch (visit.part("look")) {
      case "light" -> html(printed.html().replace(DARK, "@media not all"), "light");
      case "dark" -> html(printed.html().replace(DARK, "@media all"), "dark");
      case "text" -> text(issue, printed.text());
      default -> throw new Unacceptable(404, "there is no such preview");
    };
  }

  private Reply html(String html, String scheme) {
    String base = copies.publication().address().toString();
    String shown =
        html.replace(base + (base.endsWith("/") ? "" : "/") + "photo/", "/letters/photo/")
            .replace("color-scheme:light dark", "color-scheme:" + scheme);
    return framed(Reply.html(200, shown.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** As a page of its own, since a frame shows bare text by its own rules, from left to right. */
  private static Reply text(Issue issue, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    String html =
        "<!DOCTYPE html><html lang=\""
            + issue.language().tag()
            + "\" dir=\""
            + issue.language().direction()
            + "\"><head><meta charset=\"utf-8\"><title>.</title><style>"
            + "body{margin:12px;background:#fff;color:#111}"
            + "pre{font:13px/1.45 ui-monospace,'Noto Sans Mono',monospace;margin:0;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}"
            + "</style></head><body><pre dir=\"auto\">"
            + escaped
            + "</pre></body></html>";
    return framed(Reply.html(200, html.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Nothing runs in it, and it loads nothing but photos of the desk. */
  private static Reply framed(Reply reply) {
    return reply.with(
        "Content-Security-Policy",
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'none';"
            + " base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-same-origin");
  }

  private Reply photo(Visit visit) {
    visit.require(Right.WRITE);
    String name = visit.part("name");
    if (!name.matches("[0-9a-f]{16}\\.webp")) {
      throw new Unacceptable(404, "there is no such photo");
    }
    return Disk.read(newsroom.photos().resolve(name))
        .map(bytes -> Reply.bytes("image/webp", bytes).unchanging())
        .orElseThrow(() -> new Unacceptable(404, "there is no such photo"));
  }
}
