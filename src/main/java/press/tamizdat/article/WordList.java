package press.tamizdat.article;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;

/** Lists as Word writes them: paragraphs with a bullet typed in front. */
final class WordList {
  private WordList() {}

  static boolean isItem(Element p) {
    return p.className().contains("MsoListParagraph") && p.attr("style").contains("mso-list");
  }

  /** An item at the end of the list that stands last, or of a new one. */
  static Element newItem(Element out) {
    Element last = out.lastElementChild();
    Element list = last != null && last.normalName().equals("ul") ? last : out.appendElement("ul");
    return list.appendElement("li");
  }

  static void removeEmpty(Element out) {
    out.select("> ul:empty").remove();
  }

  static Element withoutBullet(Element p) {
    Element copy = p.clone();
    copy.select("[style*=mso-list:Ignore], [style*=mso-list: Ignore]").remove();
    copy.select("*")
        .forEach(
            e ->
                e.childNodes().stream()
                    .filter(Comment.class::isInstance)
                    .toList()
                    .forEach(c -> c.remove()));
    return copy;
  }
}
