package press.tamizdat.arrival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what stands between a headline and the first paragraph (standfirst, byline, date, photo),
 * and what of it stands below the last.
 */
final class Head {
  private static final Pattern STANDFIRST =
      Pattern.compile(
          "(?i)standfirst|(^|[-_ ])(dek|deck|lede?|lead|sub|intro|anons|summary|excerpt|subtitle|sub-?head(line)?|sub-?title"
              + "|description|abstract|vorspann|chapeau)($|[-_ ])");

  private final String headline;
  private final List<String> summaries;
  private final List<String> knownNames;

  private String standfirst = "";
  private final List<String> names = new ArrayList<>();
  private Optional<Instant> date = Optional.empty();
  private Optional<Block> picture = Optional.empty();
  private String creditLine = "";
  private String captionLine = "";

  Head(String headline, PageFacts facts) {
    this(headline, facts.summaries(), facts.bylines());
  }

  Head(String headline, List<String> summaries, List<String> knownNames) {
    this.headline = headline;
    this.summaries = summaries;
    this.knownNames = knownNames;
  }

  String standfirst() {
    return standfirst;
  }

  List<String> names() {
    return names;
  }

  Optional<Instant> date() {
    return date;
  }

  Optional<Block> picture() {
    return picture;
  }

  /** A credit on a line by itself, with the caption beside it, as plain text has them. */
  Credits looseCaption() {
    return creditLine.isEmpty() && captionLine.isEmpty()
        ? Credits.NONE
        : Credits.of(captionLine, creditLine);
  }

  /**
   * Reads from the first block below the headline.
   *
   * @param outside how many of the first blocks stand outside the article's text, so that none of
   *     them is a paragraph
   * @return where the paragraphs begin
   */
  int readTop(List<Block> blocks, int outside) {
    int i = 0;
    while (i < blocks.size() && (read(blocks, i, i < outside) || i < outside)) {
      i++;
    }
    return i;
  }

  private boolean read(List<Block> blocks, int i, boolean outside) {
    Block block = blocks.get(i);
    String text = block.text();
    if (block.isFigure()) {
      if (picture.isEmpty()
          && block.clean().selectFirst("img") != null
          && !block.clean().hasClass("embed")) {
        picture = Optional.of(block);
        return true;
      }
      return false;
    }
    if (block.kind().equals("hr") || Words.same(text, headline)) {
      return true;
    }
    if (Words.same(text, standfirst)) {
      return true;
    }
    if (standfirst.isEmpty() && (isSummary(text) || isCalledStandfirst(block))) {
      standfirst = text;
      return true;
    }
    if (readSignature(text)) {
      return true;
    }
    if (Credits.isCreditLine(text)) {
      creditLine = text;
      return true;
    }
    if (Phrases.isPageLine(text)) {
      return true;
    }
    return isTitleMatter(blocks, i, outside);
  }

  /** Between the headline and a byline stands the standfirst; before a credit, the caption. */
  private boolean isTitleMatter(List<Block> blocks, int i, boolean outside) {
    Block block = blocks.get(i);
    String text = block.text();
    boolean creditNext = nearby(blocks, i, 1, Credits::isCreditLine);
    boolean creditBefore =
        !creditLine.isEmpty()
            && captionLine.isEmpty()
            && i > 0
            && Credits.isCreditLine(blocks.get(i - 1).text());
    if (captionLine.isEmpty()
        && text.length() < 300
        && (creditNext || (creditBefore && !block.afterGap()))) {
      captionLine = text;
      return true;
    }
    boolean aboveSignature = nearby(blocks, i, 3, this::isSignature);
    if ((aboveSignature || outside) && readNameLine(block)) {
      return true;
    }
    if (standfirst.isEmpty()
        && text.length() >= 40
        && text.length() <= 500
        && (aboveSignature || outside)
        && !block.isHeading()) {
      standfirst = text;
      return true;
    }
    boolean subheadline =
        i == 0 && block.isHeading() && text.length() >= 50 && Words.endsSentence(text);
    if (standfirst.isEmpty() && subheadline) {
      standfirst = text;
      return true;
    }
    boolean slanted = Words.same(block.clean().select("> em, > strong").text(), text) && i == 0;
    if (standfirst.isEmpty() && slanted && text.length() >= 40 && text.length() <= 400) {
      standfirst = text;
      return true;
    }
    boolean line = text.length() < 60 && !Words.endsSentence(text);
    return (aboveSignature && line)
        || (line && Words.count(text) <= 3 && standfirst.isEmpty() && !block.isHeading());
  }

  private static boolean nearby(
      List<Block> blocks, int i, int reach, java.util.function.Predicate<String> test) {
    return blocks.subList(i + 1, Math.min(blocks.size(), i + 1 + reach)).stream()
        .map(Block::text)
        .anyMatch(test);
  }

  private boolean isSummary(String text) {
    return text.length() >= 20 && summaries.stream().anyMatch(s -> Words.same(s, text));
  }

  private static boolean isCalledStandfirst(Block block) {
    String text = block.text();
    return text.length() >= 20
        && text.length() <= 600
        && block
            .source()
            .filter(
                s ->
                    STANDFIRST.matcher(s.className()).find()
                        || (s.parent() != null
                            && s.parent().childrenSize() == 1
                            && STANDFIRST.matcher(s.parent().className()).find()))
            .isPresent();
  }

  /** Reads the byline or date off a block above the headline, if it is one. */
  void readAbove(Block block) {
    if (When.isDateLine(block.text()) || Names.onBylineLine(block.text()).isPresent()) {
      readSignature(block.text());
    }
  }

  /** Reads the byline or date off a block below the text; small print there is none of it. */
  boolean readBottom(Block block) {
    String text = block.text();
    boolean small =
        block
            .source()
            .map(s -> s.select("> small").text())
            .filter(t -> Words.same(t, text))
            .isPresent();
    if (small || text.matches("[\\p{So}\\p{Punct}\\s]*")) {
      return true;
    }
    if (text.length() > 140 || block.isHeading()) {
      return false;
    }
    if (names.isEmpty() && knownNames.isEmpty() && Names.looksLikeNames(text)) {
      names.addAll(Names.of(text));
      When.in(text).ifPresent(this::dated);
      return true;
    }
    return readSignature(text);
  }

  private boolean isSignature(String text) {
    return Names.onBylineLine(text).isPresent() || When.isDateLine(text) || isKnownNames(text);
  }

  private boolean readSignature(String text) {
    Optional<List<String>> byline = Names.onBylineLine(text);
    if (byline.isPresent()) {
      if (names.isEmpty()) {
        names.addAll(byline.get());
      }
      When.in(text).ifPresent(this::dated);
      return true;
    }
    if (When.isDateLine(text)) {
      When.in(text).ifPresent(this::dated);
      if (names.isEmpty() && Names.looksLikeNames(text)) {
        names.addAll(Names.of(text));
      }
      return true;
    }
    return isKnownNames(text);
  }

  private boolean isKnownNames(String text) {
    return text.length() < 140
        && !knownNames.isEmpty()
        && knownNames.stream().allMatch(n -> text.contains(n))
        && Words.key(text).length()
            <= knownNames.stream().mapToInt(n -> Words.key(n).length()).sum() + 40;
  }

  /** A name by itself above a date, or alone between headline and text. */
  boolean readNameLine(Block block) {
    if (names.isEmpty()
        && knownNames.isEmpty()
        && Names.looksLikeNames(block.text())
        && !block.isHeading()) {
      names.addAll(Names.of(block.text()));
      return true;
    }
    return false;
  }

  private void dated(Instant at) {
    if (date.isEmpty()) {
      date = Optional.of(at);
    }
  }
}
