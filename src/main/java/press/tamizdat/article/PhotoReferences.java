package press.tamizdat.article;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The photos that a text shows, and what it says of them. */
final class PhotoReferences {
  private static final String SCHEME = "photo:";
  private static final Pattern IN_BODY = Pattern.compile("photo:([0-9a-f]{32})");
  private static final Pattern IN_CARD = Pattern.compile("\"photo\":\"([0-9a-f]{32})\"");

  private PhotoReferences() {}

  /** Ids, the lead photo's first. */
  static Set<String> of(Content content) {
    Set<String> ids = new LinkedHashSet<>();
    content.lead().map(Content.LeadPhoto::photo).ifPresent(ids::add);
    find(IN_BODY, content.body(), ids);
    return ids;
  }

  /** The same for what is published: a card's JSON and a body. */
  static Set<String> of(String card, String body) {
    Set<String> ids = new LinkedHashSet<>();
    find(IN_CARD, card, ids);
    find(IN_BODY, body, ids);
    return ids;
  }

  private static void find(Pattern pattern, String text, Set<String> ids) {
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      ids.add(m.group(1));
    }
  }

  /** What the text says of each of its photos; the first place counts. */
  static Map<String, PhotoText> texts(Content content) {
    Map<String, PhotoText> texts = new LinkedHashMap<>();
    content.lead().ifPresent(l -> texts.put(l.photo(), text(l)));
    for (Element img : images(content)) {
      String address = img.attr("src");
      if (address.startsWith(SCHEME)) {
        texts.merge(address.substring(SCHEME.length()), text(img), PhotoText::or);
      }
    }
    return texts;
  }

  static List<PhotoLack> lacks(Content content, Predicate<String> isKnown) {
    List<PhotoLack> lacks = new ArrayList<>();
    content
        .lead()
        .ifPresent(lead -> add(lacks, 0, lead.photo(), text(lead), missing(text(lead)), isKnown));
    List<Element> images = images(content);
    for (int i = 0; i < images.size(); i++) {
      Element img = images.get(i);
      String address = img.attr("src");
      String id = address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : address;
      // The still of a film is described by the link around it.
      boolean still = img.closest("figure.embed") != null;
      PhotoText text = text(img);
      add(lacks, i + 1, id, text, still ? Set.of() : missing(text), isKnown);
    }
    return lacks;
  }

  private static void add(
      List<PhotoLack> lacks,
      int figure,
      String id,
      PhotoText text,
      Set<PhotoLack.What> missing,
      Predicate<String> isKnown) {
    Set<PhotoLack.What> all = EnumSet.noneOf(PhotoLack.What.class);
    all.addAll(missing);
    if (!isKnown.test(id)) {
      all.add(PhotoLack.What.PHOTO);
    }
    if (!all.isEmpty()) {
      lacks.add(new PhotoLack(figure, id, text.caption(), all));
    }
  }

  private static Set<PhotoLack.What> missing(PhotoText text) {
    Set<PhotoLack.What> missing = EnumSet.noneOf(PhotoLack.What.class);
    if (text.credit().isEmpty()) {
      missing.add(PhotoLack.What.CREDIT);
    }
    if (text.alternative().isEmpty()) {
      missing.add(PhotoLack.What.ALTERNATIVE);
    }
    return missing;
  }

  private static List<Element> images(Content content) {
    return Jsoup.parseBodyFragment(content.body()).select("img");
  }

  private static PhotoText text(Content.LeadPhoto lead) {
    return new PhotoText(lead.caption(), lead.credit(), lead.licence(), lead.alternative());
  }

  /** The last {@code cite} of a caption is the credit. */
  private static PhotoText text(Element img) {
    Element figure = img.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    if (caption == null) {
      return new PhotoText("", "", "", img.attr("alt"));
    }
    Element words = caption.clone();
    Element cite = words.select("cite").last();
    String credit = cite == null ? "" : cite.text();
    if (cite != null) {
      cite.remove();
    }
    return new PhotoText(words.text(), credit, "", img.attr("alt"));
  }
}
