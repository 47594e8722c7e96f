package press.tamizdat.arrival;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Says why a page is no article, if it is none. What it needs of the page it counts beforehand. */
final class Verdict {
  private static final int SHORTEST = 280;
  private static final int SHORT = 1200;

  /** Characters in which a page that is no article says so. */
  private static final int LOOKED_AT = 8000;

  private final String text;
  private final boolean free;
  private final boolean asksPassword;
  private final int linkedHeadings;
  private final int links;

  Verdict(Document page, String text, PageFacts facts) {
    this.text = text.substring(0, Math.min(text.length(), LOOKED_AT));
    this.free = facts.free() && page.selectFirst("[class*=paywall], [id*=paywall]") == null;
    this.asksPassword = page.selectFirst("input[type=password]") != null;
    this.linkedHeadings =
        (int)
            page.select("h2, h3, h4").stream()
                .filter(h -> h.selectFirst("a[href]") != null || h.closest("a[href]") != null)
                .count();
    this.links =
        (int)
            page.select("a[href]").stream().map(Element::text).filter(t -> t.length() > 25).count();
  }

  Optional<Reason> against(String headline, List<Block> body) {
    int prose = body.stream().mapToInt(Block::prose).sum();
    long paragraphs = body.stream().filter(b -> b.prose() > 0).count();
    if (prose < SHORTEST || paragraphs < 2) {
      return Optional.of(reasonForNone(prose));
    }
    if (prose < SHORT && !free && Phrases.says("paywall", text)) {
      return Optional.of(Reason.PAYWALL);
    }
    if (linkedHeadings >= 6 && prose / linkedHeadings < 120) {
      return Optional.of(Reason.INDEX);
    }
    return headline.isBlank() ? Optional.of(Reason.NO_HEADLINE) : Optional.empty();
  }

  private Reason reasonForNone(int prose) {
    if (asksPassword || Phrases.says("login", text)) {
      return Reason.LOGIN;
    }
    if (Phrases.says("paywall", text) || !free) {
      return Reason.PAYWALL;
    }
    if (Phrases.says("challenge", text)) {
      return Reason.CHALLENGE;
    }
    if (Phrases.says("missing", text)) {
      return Reason.ERROR_PAGE;
    }
    if (linkedHeadings >= 5 || links >= 8) {
      return Reason.INDEX;
    }
    boolean unloaded = Phrases.says("script", text) || (prose == 0 && text.length() < 200);
    return unloaded ? Reason.NEEDS_SCRIPT : Reason.NO_TEXT;
  }
}
