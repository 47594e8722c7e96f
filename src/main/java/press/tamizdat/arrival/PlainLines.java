package press.tamizdat.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import press.tamizdat.article.ArticleHtml;

/**
 * Cuts plain text into blocks: each line is one, unless lines were broken to a width, which shows
 * in that all but the last of a group are nearly of one length. Of Markdown it knows headings,
 * lists, quotations, pictures, links, strong and em.
 */
final class PlainLines {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•–]|\\d{1,2}[.)])\\s+(.+)$");
  private static final Pattern PICTURE =
      Pattern.compile("^!\\[([^\\]]*)]\\((\\S+?)(?:\\s+\"([^\"]*)\")?\\)$");
  private static final Pattern RULE = Pattern.compile("^\\s*([-*_])(\\s*\\1){2,}\\s*$");

  private final List<Block> blocks = new ArrayList<>();
  private final int width;

  private PlainLines(int width) {
    this.width = width;
  }

  static List<Block> blocks(String text) {
    List<List<String>> groups =
        Stream.of(text.replaceAll("\\r\\n?", "\n").split("\\n[ \\t\\u00a0]*\\n[\\s\\u00a0]*"))
            .map(g -> g.lines().map(String::strip).filter(l -> !l.isEmpty()).toList())
            .toList();
    PlainLines lines = new PlainLines(width(groups));
    groups.forEach(lines::group);
    return lines.blocks;
  }

  /** The width to which the whole text was broken, or 0. */
  private static int width(List<List<String>> groups) {
    int longest = groups.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    List<Integer> inner =
        groups.stream()
            .filter(g -> g.size() > 1)
            .flatMap(g -> g.subList(0, g.size() - 1).stream())
            .map(String::length)
            .sorted()
            .toList();
    boolean full = inner.size() >= 6 && inner.get(inner.size() / 2) * 5 >= longest * 4;
    return longest <= 100 && full ? longest : 0;
  }

  private void group(List<String> lines) {
    if (isWrapped(lines)) {
      add("<p>" + inline(String.join(" ", lines)) + "</p>", true);
      return;
    }
    List<String> items = new ArrayList<>();
    boolean gap = true;
    for (String line : lines) {
      var item = ITEM.matcher(line);
      if (item.matches() && !RULE.matcher(line).matches()) {
        items.add(item.group(1));
        continue;
      }
      gap = list(items, gap);
      line(line, gap);
      gap = false;
    }
    list(items, gap);
  }

  private boolean list(List<String> items, boolean gap) {
    if (items.isEmpty()) {
      return gap;
    }
    StringBuilder html = new StringBuilder("<ul>");
    items.forEach(i -> html.append("<li>").append(inline(i)).append("</li>"));
    add(html.append("</ul>").toString(), gap);
    items.clear();
    return false;
  }

  private void line(String line, boolean gap) {
    var heading = HEADING.matcher(line);
    var picture = PICTURE.matcher(line);
    if (heading.matches()) {
      String name = heading.group(1).length() <= 2 ? "h2" : "h3";
      add("<" + name + ">" + inline(heading.group(2)) + "</" + name + ">", gap);
      if (heading.group(1).length() == 1
          && !blocks.isEmpty()
          && blocks.stream().noneMatch(b -> b.clean().hasAttr("title"))) {
        // Only for choosing the headline; the block itself never gets into a body.
        blocks.getLast().clean().attr("title", "headline");
      }
    } else if (picture.matches()) {
      add(
          "<figure><img src=\""
              + Entities.escape(picture.group(2))
              + "\" alt=\""
              + Entities.escape(picture.group(1))
              + "\"></figure>",
          gap);
    } else if (RULE.matcher(line).matches()) {
      blocks.add(new Block(new Element("hr"), Optional.empty(), gap));
    } else if (line.startsWith("> ")) {
      add("<blockquote><p>" + inline(line.substring(2)) + "</p></blockquote>", gap);
    } else {
      add("<p>" + inline(line) + "</p>", gap);
    }
  }

  private boolean isWrapped(List<String> lines) {
    if (width > 0
        && lines.size() > 1
        && lines.subList(0, lines.size() - 1).stream().allMatch(l -> l.length() * 5 >= width * 4)) {
      return true;
    }
    if (lines.size() < 3
        || lines.stream()
            .anyMatch(l -> ITEM.matcher(l).matches() || HEADING.matcher(l).matches())) {
      return false;
    }
    List<String> full = lines.subList(0, lines.size() - 1);
    int longest = full.stream().mapToInt(String::length).max().orElse(0);
    int shortest = full.stream().mapToInt(String::length).min().orElse(0);
    return longest <= 100 && shortest >= 45 && longest - shortest <= 24;
  }

  private static String inline(String line) {
    return Entities.escape(line)
        .replaceAll("!\\[([^\\]]*)]\\(([^)\\s]+)\\)", "$1")
        .replaceAll("\\[([^\\]]+)]\\(([^)\\s]+)\\)", "<a href=\"$2\">$1</a>")
        .replaceAll("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1", "<strong>$2</strong>")
        .replaceAll(
            "(?<![\\p{L}\\p{N}*])\\*(?=[^\\s*])([^*]+?)(?<=\\S)\\*(?![\\p{L}\\p{N}*])",
            "<em>$1</em>")
        .replaceAll(
            "(?<![\\p{L}\\p{N}_])_(?=[^\\s_])([^_]+?)(?<=\\S)_(?![\\p{L}\\p{N}_])", "<em>$1</em>");
  }

  private void add(String html, boolean gap) {
    for (Element e : Jsoup.parseBodyFragment(ArticleHtml.clean(html)).body().children()) {
      blocks.add(new Block(e, Optional.empty(), gap));
    }
  }
}
