package press.tamizdat.desk.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import press.tamizdat.article.Content;
import press.tamizdat.desk.Visit;

/** What does not stop a publication, but should not go out by oversight. */
final class Doubts {
  private Doubts() {}

  /** In words, by the name under which the form says yes to it. */
  static Map<String, String> of(
      Visit visit, String id, int revision, Content content, int comments) {
    Map<String, String> doubts = new LinkedHashMap<>();
    List<Element> figures = List.copyOf(Jsoup.parseBodyFragment(content.body()).select("img"));
    boolean credit =
        content.lead().filter(l -> l.credit().isBlank()).isPresent()
            || figures.stream().anyMatch(Doubts::lacksCredit);
    boolean alternative =
        content.lead().filter(l -> l.alternative().isBlank()).isPresent()
            || figures.stream().anyMatch(img -> img.attr("alt").isBlank());
    if (credit) {
      doubts.put("credit", visit.say("flow.doubt.credit"));
    }
    if (alternative) {
      doubts.put("alternative", visit.say("flow.doubt.alternative"));
    }
    if (content.lead().filter(l -> l.caption().isBlank()).isPresent()) {
      doubts.put("caption", visit.say("flow.doubt.caption"));
    }
    if (comments > 0) {
      doubts.put("comments", visit.words().count("flow.doubt.comments", comments));
    }
    List<String> writers =
        visit.newsroom().database().read(handle -> unsaved(handle, id, revision));
    if (!writers.isEmpty()) {
      doubts.put("unsaved", visit.say("flow.doubt.unsaved", String.join(", ", writers)));
    }
    return doubts;
  }

  private static boolean lacksCredit(Element img) {
    Element figure = img.closest("figure");
    return figure == null || figure.select("cite").text().isBlank();
  }

  /** Who has typed something after this revision was saved. */
  private static List<String> unsaved(Handle handle, String id, int revision) {
    return handle
        .createQuery(
            "SELECT n.pen_name FROM working_copy w JOIN account n ON n.id = w.account"
                + " JOIN revision r ON r.article = w.article AND r.number = :revision"
                + " WHERE w.article = :id AND w.saved_at > r.saved_at ORDER BY n.pen_name")
        .bind("id", id)
        .bind("revision", revision)
        .mapTo(String.class)
        .list();
  }
}
