import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the same stories as a Hugo site's content: front matter, and the body as HTML or Markdown. */
final class WriteHugo {
  private WriteHugo() {}

  /**
   * @param args the site's folder; the folder of the sample's English articles; how many stories
   *     fill the sixty months; the first and the last to write; {@code html} or {@code md}
   */
  public static void main(String[] args) throws IOException {
    Path content = Path.of(args[0]).resolve("content");
    Newspaper newspaper = new Newspaper(Path.of(args[1]), Integer.parseInt(args[2]));
    boolean html = args[5].equals("html");
    Map<String, Deque<String>> latest = new HashMap<>();
    for (String section : Newspaper.SECTIONS) {
      latest.put(section, new ArrayDeque<>());
      Path index = Files.createDirectories(content.resolve(section)).resolve("_index.md");
      Files.writeString(index, "---\ntitle: " + section + "\n---\n");
    }
    for (int n = Integer.parseInt(args[3]); n <= Integer.parseInt(args[4]); n++) {
      Newspaper.Story story = newspaper.story(n);
      Deque<String> related = latest.get(story.section());
      String file = "/" + story.section() + "/" + story.slug() + (html ? ".html" : ".md");
      Files.writeString(content.resolve(file.substring(1)), page(story, related, html));
      related.addFirst(file);
      if (related.size() > 3) {
        related.removeLast();
      }
    }
  }

  private static String page(Newspaper.Story story, Iterable<String> related, boolean html) {
    StringBuilder page = new StringBuilder("---\n");
    line(page, "title", quoted(story.headline()));
    line(page, "description", quoted(story.standfirst()));
    line(page, "slug", story.slug());
    line(page, "date", story.published().toString());
    line(
        page,
        "topics",
        story.topics().stream()
            .map(t -> "topic-" + t)
            .collect(Collectors.joining(", ", "[", "]")));
    line(page, "authors", "[author-" + story.author() + "]");
    line(page, "months", "[\"" + story.published().toString().substring(0, 7) + "\"]");
    page.append("related:\n");
    related.forEach(r -> page.append("- ").append(r).append('\n'));
    page.append("---\n");
    for (String paragraph : story.paragraphs()) {
      page.append(html ? "<p>" + paragraph + "</p>\n" : paragraph + "\n\n");
    }
    return page.toString();
  }

  private static void line(StringBuilder page, String key, String value) {
    page.append(key).append(": ").append(value).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
