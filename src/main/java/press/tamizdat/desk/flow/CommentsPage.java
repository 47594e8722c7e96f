package press.tamizdat.desk.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Comment;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Content;
import press.tamizdat.article.Stage;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/**
 * {@code /articles/{id}/comments}: the text as it will be read, and beside it what is said of it.
 */
final class CommentsPage {
  private CommentsPage() {}

  static Reply show(Visit visit) {
    visit.require(Right.WRITE);
    return page(visit, 200, CommentsView.Typed.NOTHING);
  }

  /** The page again, with what was typed and why it was not taken. */
  static Reply refused(Visit visit, String form, String quote, String body, String fault) {
    return page(visit, 422, new CommentsView.Typed(form, quote, body, fault));
  }

  private static Reply page(Visit visit, int status, CommentsView.Typed typed) {
    BoardCard card = Desks.article(visit);
    String id = card.standing().id();
    List<Comment> said = visit.newsroom().database().read(handle -> Comments.of(handle, id));
    Map<String, String> names = names(visit);
    List<Element> blocks = blocks(card.content());
    Map<Integer, List<CommentsView.Said>> beside = new HashMap<>();
    List<CommentsView.Said> whole = new ArrayList<>();
    for (Comment comment : said) {
      int block = find(blocks, comment.quote());
      boolean lost = block < 0 && !comment.quote().isEmpty();
      CommentsView.Said view = said(visit, comment, names, lost);
      if (block < 0) {
        whole.add(view);
      } else {
        if (comment.resolved().isEmpty()) {
          mark(blocks.get(block), comment.quote());
        }
        beside.computeIfAbsent(block, b -> new ArrayList<>()).add(view);
      }
    }
    List<CommentsView.Block> text = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      text.add(
          new CommentsView.Block(blocks.get(i).outerHtml(), beside.getOrDefault(i, List.of())));
    }
    Stage stage = card.standing().stage();
    Optional<Stage> sendBack =
        visit.account().may(Right.REVIEW) && (stage == Stage.IN_REVIEW || stage == Stage.READY)
            ? Optional.of(stage)
            : Optional.empty();
    CommentsView view =
        new CommentsView(
            Heading.of(card, visit.account(), "flow.tab.comments"),
            card.content().standfirst(),
            text,
            whole,
            card.comments(),
            sendBack,
            Cards.moves(card.standing(), visit.account()).stream()
                .filter(m -> !m.key().equals("flow.move.send-back"))
                .toList(),
            typed.among(
                said.stream().filter(c -> c.resolved().isEmpty()).map(Comment::id).toList(),
                sendBack.isPresent()));
    return visit.page(status, visit.say("flow.comments"), "flow/comments", view, "flow.js");
  }

  private static Map<String, String> names(Visit visit) {
    return visit
        .newsroom()
        .database()
        .read(
            handle -> {
              Map<String, String> names = new HashMap<>();
              handle
                  .createQuery("SELECT id, pen_name FROM account")
                  .map((row, context) -> Map.entry(row.getString("id"), row.getString("pen_name")))
                  .forEach(e -> names.put(e.getKey(), e.getValue()));
              return names;
            });
  }

  /** The body's blocks, with photos where the desk has them. */
  private static List<Element> blocks(Content content) {
    Document document = Jsoup.parseBodyFragment(ArticleHtml.clean(content.body()));
    document.outputSettings().prettyPrint(false);
    for (Element img : document.select("img")) {
      String src = img.attr("src");
      if (src.matches("photo:[0-9a-f]{32}")) {
        img.attr("src", "/photos/" + src.substring("photo:".length()) + "/medium");
        img.attr("loading", "lazy");
      } else {
        img.remove();
      }
    }
    return List.copyOf(document.body().children());
  }

  private static int find(List<Element> blocks, String quote) {
    if (quote.isEmpty()) {
      return -1;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).text().contains(quote)) {
        return i;
      }
    }
    return -1;
  }

  /** Marks the words where they stand in one piece; beside the block they are quoted anyway. */
  private static void mark(Element block, String quote) {
    for (TextNode node : block.nodeStream(TextNode.class).toList()) {
      int at = node.getWholeText().indexOf(quote);
      if (at >= 0) {
        TextNode words = at == 0 ? node : node.splitText(at);
        if (words.getWholeText().length() > quote.length()) {
          TextNode _ = words.splitText(quote.length());
        }
        words.wrap("<mark></mark>");
        return;
      }
    }
  }

  private static CommentsView.Said said(
      Visit visit, Comment comment, Map<String, String> names, boolean lost) {
    Clockface clock = Clockface.of(visit);
    String unknown = visit.say("flow.comments.unknown");
    return new CommentsView.Said(
        comment.id(),
        names.getOrDefault(comment.account(), unknown),
        clock.moment(comment.at()),
        comment.quote(),
        lost,
        comment.body(),
        comment
            .resolved()
            .map(
                at ->
                    visit.say(
                        "flow.comments.resolved-by",
                        comment.resolvedBy().map(by -> names.getOrDefault(by, unknown)).orElse(""),
                        clock.moment(at))),
        visit.account().may(Right.REVIEW) || comment.account().equals(visit.account().id()),
        comment.replies().stream().map(r -> said(visit, r, names, false)).toList());
  }

  /** Says something: {@code body}, and the words it is about as {@code quote}. */
  static Reply add(Visit visit) {
    visit.require(Right.WRITE);
    Comments.Outcome outcome =
        Desks.comments(visit)
            .add(
                visit.account(),
                visit.part("id"),
                visit.form().text("quote"),
                visit.form().text("body"));
    return answered(visit, CommentsView.Typed.NEW, outcome, "flow.comments.added");
  }

  /** {@code POST /articles/{id}/comments/{comment}/replies}. */
  static Reply reply(Visit visit) {
    visit.require(Right.WRITE);
    return answered(
        visit,
        visit.part("comment"),
        Desks.comments(visit)
            .reply(
                visit.account(),
                visit.part("id"),
                visit.part("comment"),
                visit.form().text("body")),
        "flow.comments.replied");
  }

  /**
   * {@code POST /articles/{id}/comments/{comment}/resolution}: settled, or with {@code open} not.
   */
  static Reply resolve(Visit visit) {
    visit.require(Right.WRITE);
    String id = visit.part("id");
    String comment = visit.part("comment");
    boolean open = visit.form().has("open");
    Comments comments = Desks.comments(visit);
    Comments.Outcome outcome =
        open
            ? comments.reopen(visit.account(), id, comment)
            : comments.resolve(visit.account(), id, comment);
    if (open || outcome instanceof Comments.Outcome.Refused) {
      return outcome instanceof Comments.Outcome.Refused(String refusal)
          ? visit.refuse("/articles/" + id + "/comments", refusal)
          : visit.back("/articles/" + id + "/comments#c-" + comment, "flow.comments.reopened");
    }
    return visit.backWithUndo(
        "/articles/" + id + "/comments",
        "/articles/" + id + "/comments/" + comment + "/resolution",
        Map.of("open", "1"),
        "flow.comments.resolved");
  }

  private static Reply answered(Visit visit, String form, Comments.Outcome outcome, String key) {
    return switch (outcome) {
      case Comments.Outcome.Refused(String refusal) ->
          refused(
              visit,
              form,
              visit.form().text("quote"),
              visit.form().text("body"),
              visit.say(refusal));
      case Comments.Outcome.Done(String comment) ->
          visit.back("/articles/" + visit.part("id") + "/comments#c-" + comment, key);
    };
  }
}
