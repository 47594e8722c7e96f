package press.tamizdat.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import press.tamizdat.article.Content;
import press.tamizdat.article.Newest;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;

/**
 * What an article says, as plain text.
 *
 * @param standfirst with the kicker and the place before it
 * @param names of authors, section and topics
 * @param body block by block, one a line; then captions, corrections, and what is said beside it
 */
record Texts(String headline, String standfirst, String names, String body) {
  static Texts of(Newest article, Publication publication) {
    Content content = article.content();
    return new Texts(
        Wording.plain(content.headline()),
        Wording.plain(joined(" · ", content.kicker(), content.dateline(), content.standfirst())),
        Wording.plain(names(content, publication)),
        Wording.plain(body(content, article.comments())));
  }

  /** Everything, to look for what is written rather than meant. */
  String whole() {
    return lines(headline, standfirst, names, body);
  }

  private static String names(Content content, Publication publication) {
    List<String> names = new ArrayList<>();
    content.bylines().stream().map(Byline::name).forEach(names::add);
    names.add(content.section());
    publication.section(content.section()).ifPresent(s -> add(names, s.name()));
    for (String topic : content.topics()) {
      names.add(topic);
      publication.topic(topic).ifPresent(t -> add(names, t.name()));
    }
    return lines(names.toArray(String[]::new));
  }

  private static void add(List<String> names, Map<Language, String> name) {
    names.addAll(name.values());
  }

  private static String body(Content content, List<String> comments) {
    Optional<Content.LeadPhoto> lead = content.lead();
    Stream<String> blocks =
        Jsoup.parseBodyFragment(content.body()).body().children().stream().map(Element::text);
    Stream<String> photo = lead.stream().flatMap(l -> Stream.of(l.caption(), l.credit()));
    Stream<String> corrections = content.corrections().stream().map(Correction::text);
    return Stream.of(blocks, photo, corrections, comments.stream())
        .flatMap(s -> s)
        .filter(s -> !s.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String lines(String... parts) {
    return joined("\n", parts);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(s -> !s.isBlank()).collect(Collectors.joining(between));
  }
}
