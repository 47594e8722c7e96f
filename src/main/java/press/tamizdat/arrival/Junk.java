package press.tamizdat.arrival;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Takes off a page what is plainly not the article: by element, role, class, form controls, links
 * and what the first line says.
 *
 * <p>Whatever holds the headline or more than a third of the page's text stays, whatever it is
 * called, because sites call their articles all sorts of things.
 */
final class Junk {
  private static final String NEVER =
      "script, style, template, svg, nav, dialog, amp-sidebar, amp-consent, amp-ad, amp-list,"
          + " amp-analytics, menu, [role=navigation], [role=search], [role=dialog], [role=alertdialog],"
          + " [role=contentinfo], [role=complementary], [role=menu], [role=banner], [role=toolbar],"
          + " [role=tablist], [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none], .screen-reader-text,"
          + " .sr-only, .visually-hidden, footer, ins.adsbygoogle";
  private static final Set<String> TOKENS =
      Set.of(
          ("nav navbar navigation menu breadcrumb breadcrumbs footer sidebar widget share sharing shares social"
                  + " sharedaddy soc related relatedposts recirc recirculation recommend recommended recommendations newsletter"
                  + " newsletters subscribe subscription subscriptions signup donate donation donations donates promo advert"
                  + " advertisement adv ad ads adsense banner cookie cookies consent gdpr cmp popup modal overlay paywall comments comment"
                  + " respond disqus outbrain taboola tags toolbar pagination pager skip ticker trending popular mostread"
                  + " appeal fundraising membership cta sponsor sponsored teaser teasers seealso readmore"
                  + " mailchimp jetpack portal masthead counter counters poll vote rating login metabar")
              .split(" "));
  private static final Pattern BETWEEN = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
  private static final String CONTAINERS =
      "div, section, aside, ul, ol, table, td, p, form, header, figure, center, fieldset, details, span, blockquote";
  private static final Pattern BUTTON = Pattern.compile("(?i)(^|[-_ ])(btn|button)");
  private static final Pattern TILL =
      Pattern.compile(
          "(?i)/(donat|support|subscri|pay|join|member|contribut|give|patron|abo|newsletter|signup)[a-z-]*/?([?#].*)?$");
  private static final int LONGEST = 1500;
  private static final int MOST_ELEMENTS = 400;

  private final Weights weights;
  private final Headline headline;
  private final int total;

  private Junk(Document page, Headline headline) {
    this.weights = new Weights(page.body());
    this.headline = headline;
    this.total = Math.max(1, weights.text(page.body()));
  }

  static void prune(Document page, Headline headline) {
    page.select("script, style, template, noscript:not(:has(img))").remove();
    unwrapPageForms(page);
    Junk junk = new Junk(page, headline);
    junk.remove(page.body().select(NEVER).stream());
    junk.remove(page.body().getAllElements().stream().filter(Junk::isCalledJunk));
    junk.remove(page.body().select(CONTAINERS).stream().filter(junk::looksLikeJunk));
    page.body().select("button, input, select, textarea, label, form").stream()
        .filter(junk::isSpare)
        .toList()
        .forEach(Element::remove);
    page.body().select("form").unwrap();
  }

  /** Old servers put the whole page into one form. */
  private static void unwrapPageForms(Document page) {
    int all = page.body().text().length();
    page.body().select("form").stream()
        .filter(f -> f.text().length() * 3 > all)
        .toList()
        .forEach(Element::unwrap);
  }

  private void remove(Stream<Element> suspects) {
    suspects.filter(this::isSpare).toList().forEach(Element::remove);
  }

  private boolean isSpare(Element e) {
    return !headline.standsIn(e)
        && weights.text(e) * 3 <= total
        && !Set.of("body", "html", "main").contains(e.normalName());
  }

  private static boolean isCalledJunk(Element e) {
    return Stream.concat(e.classNames().stream(), Stream.of(e.id()))
        .flatMap(BETWEEN::splitAsStream)
        .map(t -> t.toLowerCase(java.util.Locale.ROOT))
        .anyMatch(TOKENS::contains);
  }

  private boolean looksLikeJunk(Element e) {
    int length = weights.text(e);
    if (length == 0
        || length > LONGEST
        || weights.elements(e) > MOST_ELEMENTS
        || e.closest("figure, .wp-caption") != null) {
      return false;
    }
    String text = Words.tidy(e.text());
    boolean hasPicture = e.selectFirst("img, amp-img") != null;
    return isListOfLinks(e, text)
        || (!hasPicture && hasControls(e, length))
        || (length < 700 && Phrases.payments(text) >= 2 && Phrases.appeals(text) >= 1)
        || (length < 1200 && e.selectFirst("button, a") != null && Phrases.asksConsent(text))
        || (!hasPicture && length < 700 && asksByButton(e))
        || opensAsJunk(e, text);
  }

  private boolean isListOfLinks(Element e, String text) {
    int links = weights.links(e);
    if (e.normalName().equals("p") || e.normalName().equals("span")) {
      return false;
    }
    return (links >= 2 && weights.linkShare(e) > 0.6)
        || (links == 1
            && weights.linkShare(e) > 0.9
            && text.length() < 160
            && e.selectFirst("img") == null
            && !e.normalName().equals("td"));
  }

  /** A small box with a link on a line of its own that looks like a button or leads to paying. */
  private boolean asksByButton(Element e) {
    return !Set.of("p", "span", "li", "td", "blockquote").contains(e.normalName())
        && e.select("a[href]").stream()
            .filter(a -> !a.text().isBlank() && isLineOfItsOwn(a))
            .anyMatch(
                a -> BUTTON.matcher(a.className()).find() || TILL.matcher(a.attr("href")).find());
  }

  private static boolean isLineOfItsOwn(Element link) {
    Element parent = link.parent();
    return parent != null
        && (Words.same(parent.text(), link.text())
            || (parent.ownText().isBlank()
                && parent.selectFirst("> p, > div, > h2, > h3") != null));
  }

  private static boolean hasControls(Element e, int length) {
    boolean asks =
        e.selectFirst(
                "input[type=email], input[type=radio], input[type=password], textarea, select")
            != null;
    boolean presses = e.selectFirst("button, input[type=submit], input") != null;
    return (asks && length < 900) || (presses && length < 450);
  }

  /** A box that begins as appeals, letters and lists of other articles begin. */
  private boolean opensAsJunk(Element e, String text) {
    if (e.normalName().equals("p") || e.normalName().equals("span")) {
      return false;
    }
    String first = firstLine(e);
    if (first.isEmpty() || first.length() >= text.length()) {
      return false;
    }
    boolean others =
        (Phrases.endsArticle(first) || Phrases.isRelated(first)) && weights.links(e) >= 1;
    boolean asks = Phrases.opensAppeal(first) && Phrases.appeals(text) >= 1;
    return others || asks;
  }

  /** The text up to where the first block within ends. */
  private static String firstLine(Element e) {
    StringBuilder line = new StringBuilder();
    Element start = null;
    for (TextNode text : e.nodeStream(TextNode.class).toList()) {
      if (text.isBlank()) {
        continue;
      }
      Element block = blockOf(text, e);
      boolean broken = text.previousSibling() instanceof Element br && br.normalName().equals("br");
      if (start != null && (!block.equals(start) || broken)) {
        break;
      }
      start = block;
      line.append(text.getWholeText());
    }
    return Words.tidy(line.toString());
  }

  private static Element blockOf(TextNode text, Element limit) {
    Element block = text.parent();
    while (block != null && !block.equals(limit) && !block.isBlock()) {
      block = block.parent();
    }
    return block == null ? limit : block;
  }
}
