package press.tamizdat.letter.issue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.text.Messages;

/** Prints one issue. Pure: the same copy gives the same bytes. */
public final class PrintIssue {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "press.tamizdat.jte");

  /** As wide as the text of a letter, in pixels. */
  private static final int WIDTH = 552;

  private static final int AHEAD = 140;

  private final Copy copy;
  private final Messages words;
  private final Links links;

  /** The blocks of each whole article, and how many of them are printed. */
  private final Map<String, List<Element>> bodies = new HashMap<>();

  private final Map<String, Integer> shown = new HashMap<>();

  private PrintIssue(Copy copy) {
    this.copy = copy;
    this.words = Words.in(copy.language());
    this.links = Links.of(copy.publication());
    for (Copy.Part part : copy.parts()) {
      if (part.whole()) {
        PublishedArticle article = part.article();
        String page = links.article(article.card());
        List<Element> blocks = MailBody.blocks(article.body(), links, page);
        bodies.put(article.card().id(), blocks);
        shown.put(article.card().id(), blocks.size());
      }
    }
  }

  /**
   * Prints it. Where whole articles make it too large, the last of them are cut, and say so; what
   * is still too large says so by {@link PrintedIssue#fits}.
   */
  public static PrintedIssue print(Copy copy) {
    PrintIssue press = new PrintIssue(copy);
    Document letter = press.letter();
    int bytes = press.bytes(letter);
    while (bytes > PrintedIssue.MOST && press.cut(letter, bytes - PrintedIssue.MOST)) {
      letter = press.letter();
      bytes = press.bytes(letter);
    }
    List<PrintedIssue.Weight> weights = press.weights(letter);
    letter.select("[data-article]").removeAttr("data-article");
    String text = PlainText.of(press.view(), copy.subject());
    return new PrintedIssue(html(letter), text, press.bytes(letter), weights);
  }

  /** Takes blocks from the end of the last whole article that has any, at least so many bytes. */
  private boolean cut(Document letter, int excess) {
    for (Copy.Part part : copy.parts().reversed()) {
      String id = part.article().card().id();
      int left = shown.getOrDefault(id, 0);
      if (left > 0) {
        Element cell = letter.selectFirst("td[data-article=" + id + "]");
        double rate =
            cell == null
                ? 1
                : (double) size(cell.outerHtml())
                    / Math.max(1, size(MailBody.html(bodies(id).subList(0, left))));
        double freed = 0;
        while (left > 0 && freed < excess) {
          left--;
          freed += size(bodies(id).get(left).outerHtml()) * Math.max(1, rate);
        }
        shown.put(id, left);
        return true;
      }
    }
    return false;
  }

  private List<Element> bodies(String id) {
    return bodies.getOrDefault(id, List.of());
  }

  private Document letter() {
    StringOutput out = new StringOutput();
    TEMPLATES.render("letter/mail.jte", view(), out);
    Document letter = Jsoup.parse(out.toString());
    letter.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    Tables.build(letter);
    Styles.of(copy.language()).into(letter);
    return letter;
  }

  private static String html(Document letter) {
    return letter.outerHtml().replaceAll("\n\\s*\n+", "\n");
  }

  private int bytes(Document letter) {
    String html = html(letter);
    int slots = (html.length() - html.replace(Links.SLOT, "").length()) / Links.SLOT.length();
    return size(html) + slots * (Links.TOKEN - Links.SLOT.length());
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private List<PrintedIssue.Weight> weights(Document letter) {
    return letter.select("td[data-article]").stream()
        .map(
            td -> {
              String id = td.attr("data-article");
              return new PrintedIssue.Weight(id, size(td.outerHtml()), isCut(id));
            })
        .toList();
  }

  private boolean isCut(String id) {
    return shown.containsKey(id) && shown.getOrDefault(id, 0) < bodies(id).size();
  }

  MailView view() {
    String paper = in(copy.publication().name());
    String host =
        Optional.ofNullable(copy.publication().address().getHost())
            .orElse(copy.publication().address().toString());
    List<MailView.Address> addresses = new ArrayList<>();
    addresses.add(address(links.home()));
    copy.addresses().forEach(a -> addresses.add(address(a.toString())));
    String opening = MailBody.html(MailBody.blocks(copy.opening(), links, links.home()));
    return new MailView(
        words,
        copy.subject(),
        ahead(opening),
        links.home(),
        paper,
        copy.name(),
        words.say(
            "issue.date", copy.number(), Words.day(words, copy.at(), copy.publication().zone())),
        opening,
        groups(),
        words.say(
            addresses.size() == 1 ? "issue.edition.alone" : "issue.edition",
            (int) copy.edition(),
            paper),
        addresses,
        links.issue(copy.language(), copy.letter(), copy.number()),
        words.say("issue.why", copy.name(), host),
        links.leave(copy.language(), copy.letter()),
        links.manage(copy.language()));
  }

  private String ahead(String opening) {
    String text = Jsoup.parseBodyFragment(opening).text();
    if (text.isBlank()) {
      text =
          copy.parts().stream()
              .map(p -> p.article().card().headline())
              .skip(1)
              .collect(Collectors.joining(" · "));
    }
    return text.length() <= AHEAD
        ? text
        : text.substring(0, Math.max(1, text.lastIndexOf(' ', AHEAD))) + "…";
  }

  private static MailView.Address address(String href) {
    return new MailView.Address(href, href.replaceFirst("^https?://", "").replaceFirst("/$", ""));
  }

  private String in(Map<press.tamizdat.platform.text.Language, String> names) {
    return names.getOrDefault(
        copy.language(), names.getOrDefault(copy.publication().defaultLanguage(), ""));
  }

  /** Neighbours of one section stand under its name. */
  private List<MailView.Group> groups() {
    List<MailView.Group> groups = new ArrayList<>();
    String section = "";
    List<MailView.Story> stories = new ArrayList<>();
    boolean first = true;
    for (Copy.Part part : copy.parts()) {
      PublishedCard card = part.article().card();
      if (!card.section().equals(section)) {
        if (!stories.isEmpty()) {
          groups.add(new MailView.Group(title(section), List.copyOf(stories)));
        }
        stories.clear();
        section = card.section();
      }
      stories.add(story(part, first && copy.pictures()));
      first = false;
    }
    if (!stories.isEmpty()) {
      groups.add(new MailView.Group(title(section), List.copyOf(stories)));
    }
    return groups;
  }

  private String title(String section) {
    return copy.publication().section(section).map(s -> in(s.name())).orElse("");
  }

  private MailView.Story story(Copy.Part part, boolean picture) {
    PublishedCard card = part.article().card();
    String id = card.id();
    int blocks = shown.getOrDefault(id, 0);
    boolean whole = blocks > 0;
    return new MailView.Story(
        id,
        links.article(card),
        card.headline(),
        card.standfirst(),
        card.bylines().isEmpty() ? "" : words.say("issue.by", names(card)),
        picture ? card.lead().map(this::picture) : Optional.empty(),
        whole,
        whole ? MailBody.html(bodies(id).subList(0, blocks)) : "",
        isCut(id));
  }

  private String names(PublishedCard card) {
    return card.bylines().stream()
        .map(Byline::name)
        .collect(Collectors.joining(words.say("issue.comma") + " "));
  }

  private MailView.Picture picture(PlacedPhoto lead) {
    Rendition medium = lead.photo().medium();
    int width = Math.min(WIDTH, medium.width());
    return new MailView.Picture(
        links.photo(medium),
        width,
        Math.max(1, Math.round((float) width * medium.height() / Math.max(1, medium.width()))),
        lead.alternative().isBlank() ? lead.caption() : lead.alternative(),
        lead.credit());
  }
}
