package press.tamizdat.letter.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A letter as plain text for people: underlined headings, lines of at most {@link #WIDE} letters,
 * each address on a line of its own, links in running text numbered and listed under it.
 */
final class PlainText {
  static final int WIDE = 72;

  private final MailView view;
  private final Locale locale;
  private final StringBuilder out = new StringBuilder();

  private PlainText(MailView view) {
    this.view = view;
    this.locale = view.words().language().locale();
  }

  static String of(MailView view, String subject) {
    PlainText text = new PlainText(view);
    text.letter(subject);
    return text.out.toString().replaceAll("\n{4,}", "\n\n\n").strip() + "\n";
  }

  private void letter(String subject) {
    line(view.paper().toUpperCase(locale));
    line(view.letter());
    line(view.date());
    line("=".repeat(WIDE));
    line("");
    paragraph(subject);
    html(view.opening());
    for (MailView.Group group : view.groups()) {
      if (!group.title().isEmpty()) {
        line("");
        heading(group.title().toUpperCase(locale), '=');
      }
      group.stories().forEach(this::story);
    }
    foot();
  }

  private void story(MailView.Story story) {
    if (!story.whole()) {
      wrapped(story.headline(), "* ", "  ");
      if (!story.standfirst().isEmpty()) {
        wrapped(story.standfirst(), "  ", "  ");
      }
      line("  " + story.href());
      line("");
      return;
    }
    line("");
    wrapped(story.headline(), "", "");
    line("-".repeat(Math.min(WIDE, story.headline().length())));
    if (!story.by().isEmpty()) {
      line(story.by());
    }
    line("");
    if (!story.standfirst().isEmpty()) {
      paragraph(story.standfirst());
    }
    html(story.body());
    line(view.say(story.cut() ? "issue.rest" : "issue.there") + ":");
    line(story.href());
    line("");
  }

  private void foot() {
    line("");
    line("-".repeat(WIDE));
    wrapped(view.edition(), "", "");
    view.addresses().forEach(a -> line(a.href()));
    line("");
    line(view.say("issue.web"));
    line(view.archived());
    line("");
    paragraph(view.why());
    line(view.say("issue.leave") + ":");
    line(view.leave());
    line(view.say("issue.manage") + ":");
    line(view.manage());
  }

  private void html(String html) {
    List<String> links = new ArrayList<>();
    Jsoup.parseBodyFragment(html).body().children().forEach(b -> block(b, "", links));
    if (!links.isEmpty()) {
      line(view.say("issue.links"));
      for (int i = 0; i < links.size(); i++) {
        line("[" + (i + 1) + "] " + links.get(i));
      }
      line("");
    }
  }

  private void block(Element block, String indent, List<String> links) {
    switch (block.tagName()) {
      case "h4", "h5" -> {
        wrapped(inline(block, links), indent, indent);
        line(indent + "~".repeat(Math.min(WIDE - indent.length(), block.text().length())));
      }
      case "ul", "ol" -> list(block, indent, links);
      case "blockquote", "aside" -> block.children().forEach(b -> block(b, indent + "> ", links));
      case "table" -> table(block, indent);
      case "pre" -> {
        block.wholeText().lines().forEach(l -> line(indent + "    " + l));
        line("");
      }
      case "hr" -> line(indent + "* * *\n");
      default -> {
        wrapped(inline(block, links), indent, indent);
        line(indent.strip());
      }
    }
  }

  private void list(Element list, String indent, List<String> links) {
    int number = 1;
    for (Element item : list.children()) {
      String mark = list.tagName().equals("ol") ? number + ". " : "- ";
      Element own = item.clone();
      own.select("ul, ol").remove();
      wrapped(inline(own, links), indent + mark, indent + " ".repeat(mark.length()));
      item.select("> ul, > ol").forEach(inner -> list(inner, indent + "  ", links));
      number++;
    }
    if (indent.isEmpty()) {
      line("");
    }
  }

  private void table(Element table, String indent) {
    for (Element row : table.select("tr")) {
      wrapped(String.join(" | ", row.children().eachText()), indent, indent + "  ");
    }
    line("");
  }

  /** Running text, its links numbered. */
  private static String inline(Element block, List<String> links) {
    StringBuilder text = new StringBuilder();
    inline(block, links, text);
    return text.toString().strip();
  }

  private static void inline(Node node, List<String> links, StringBuilder text) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode t) {
        text.append(t.text());
      } else if (child instanceof Element e) {
        if (e.tagName().equals("br")) {
          text.append('\n');
          continue;
        }
        if (e.isBlock() && !text.isEmpty()) {
          text.append('\n');
        }
        inline(e, links, text);
        String href = e.attr("href");
        if (e.tagName().equals("a") && !href.isEmpty() && !href.equals(e.text())) {
          int known = links.indexOf(href);
          if (known < 0) {
            links.add(href);
          }
          text.append(" [").append(known < 0 ? links.size() : known + 1).append(']');
        }
      }
    }
  }

  private void heading(String text, char under) {
    line(text);
    line(String.valueOf(under).repeat(Math.min(WIDE, text.codePointCount(0, text.length()))));
    line("");
  }

  private void paragraph(String text) {
    wrapped(text, "", "");
    line("");
  }

  /** Breaks lines at spaces; a long address stays whole. */
  private void wrapped(String text, String first, String then) {
    String indent = first;
    for (String part : text.split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : part.strip().split("[ \t]+")) {
        if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDE) {
          line(indent + line);
          line.setLength(0);
          indent = then;
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      line(indent + line);
      indent = then;
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
