package press.tamizdat.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * An inline element of the subset around a stretch of text. Two that are equal are one when they
 * meet.
 *
 * @param href for {@code a} only, else empty
 */
record Wrap(String tag, String href, Speech speech) {
  static final Wrap STRONG = new Wrap("strong", "", Speech.UNSAID);
  static final Wrap EM = new Wrap("em", "", Speech.UNSAID);

  /** A property of this name, not one whose name ends with it: {@code mso-bidi-font-weight}. */
  private static final String OWN = "(?<![\\w-])";

  private static final Pattern BOLD =
      Pattern.compile(
          OWN + "font-weight\\s*:\\s*(bold|bolder|[6-9]00)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_BOLD =
      Pattern.compile(
          OWN + "font-weight\\s*:\\s*(normal|lighter|[1-4]00)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ITALIC =
      Pattern.compile(OWN + "font-style\\s*:\\s*(italic|oblique)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_ITALIC =
      Pattern.compile(OWN + "font-style\\s*:\\s*normal", Pattern.CASE_INSENSITIVE);

  /** What stands around the text of an element, given what stood around the element. */
  static List<Wrap> around(Element e, List<Wrap> outer) {
    String style = e.attr("style");
    Speech speech = Speech.of(e);
    return switch (e.normalName()) {
      case "strong", "b" ->
          NOT_BOLD.matcher(style).find() ? outer : with(outer, new Wrap("strong", "", speech));
      case "em", "i", "dfn", "var" ->
          NOT_ITALIC.matcher(style).find() ? outer : with(outer, new Wrap("em", "", speech));
      case "sub", "sup" -> with(outer, new Wrap(e.normalName(), "", speech));
      case "code", "tt", "kbd", "samp" -> with(outer, new Wrap("code", "", speech));
      case "a" ->
          SafeAddress.ofLink(e.attr("href"))
              .map(href -> with(outer, new Wrap("a", href, speech)))
              .orElse(outer);
      case "span", "font" -> {
        List<Wrap> wraps = BOLD.matcher(style).find() ? with(outer, STRONG) : outer;
        yield ITALIC.matcher(style).find() ? with(wraps, EM) : wraps;
      }
      default -> outer;
    };
  }

  static List<Wrap> with(List<Wrap> outer, Wrap inner) {
    if (outer.stream().anyMatch(w -> w.tag.equals(inner.tag))) {
      return outer;
    }
    List<Wrap> all = new ArrayList<>(outer);
    all.add(inner);
    return List.copyOf(all);
  }

  static List<Wrap> without(List<Wrap> wraps, Wrap unwanted) {
    return wraps.stream().filter(w -> !w.tag.equals(unwanted.tag)).toList();
  }

  Element element() {
    Element element = new Element(tag);
    if (!href.isEmpty()) {
      element.attr("href", href);
    }
    speech.write(element);
    return element;
  }

  /**
   * In which language and direction something is written, where the source says so.
   *
   * @param dir {@code ltr}, {@code rtl}, {@code auto} or empty
   * @param lang a BCP 47 tag or empty
   */
  record Speech(String dir, String lang) {
    static final Speech UNSAID = new Speech("", "");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    static Speech of(Element e) {
      String dir = e.attr("dir").strip().toLowerCase(Locale.ROOT);
      String lang = e.attr("lang").strip();
      return new Speech(
          DIRECTIONS.contains(dir) ? dir : "", TAG.matcher(lang).matches() ? lang : "");
    }

    Speech or(Speech outer) {
      return new Speech(
          Optional.of(dir).filter(d -> !d.isEmpty()).orElse(outer.dir),
          Optional.of(lang).filter(l -> !l.isEmpty()).orElse(outer.lang));
    }

    Speech orOwn(Element inner) {
      return of(inner).or(this);
    }

    void write(Element e) {
      if (!dir.isEmpty()) {
        e.attr("dir", dir);
      }
      if (!lang.isEmpty()) {
        e.attr("lang", lang);
      }
    }
  }
}
