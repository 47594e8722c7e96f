package press.tamizdat.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;

/** Which topics a text seems to be about: those whose name or alias it uses, in any word form. */
public final class TopicProposals {
  private TopicProposals() {}

  /**
   * A topic that the text mentions.
   *
   * @param mentions how often, by whatever of its names
   */
  public record Proposal(String slug, int mentions) {}

  /** A name of a topic, as stems. */
  private record Name(String slug, List<String> stems) {}

  /**
   * @param text plain text in this language, such as an article's headline, standfirst and body
   * @return the topic mentioned most often first; of equals, the one mentioned first
   */
  public static List<Proposal> of(Publication publication, Language language, String text) {
    WordForms forms = new WordForms(language);
    Map<String, List<Name>> byFirst = new HashMap<>();
    for (Publication.Topic topic : publication.topics()) {
      names(topic, language)
          .map(name -> new Name(topic.slug(), forms.of(name)))
          .filter(name -> !name.stems().isEmpty())
          .distinct()
          .forEach(
              name ->
                  byFirst
                      .computeIfAbsent(name.stems().getFirst(), s -> new ArrayList<>())
                      .add(name));
    }
    Map<String, Integer> mentions = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    List<String> words = forms.of(text);
    for (int i = 0; i < words.size(); i++) {
      for (Name name : byFirst.getOrDefault(words.get(i), List.of())) {
        if (stands(name.stems(), words, i)) {
          mentions.merge(name.slug(), 1, Integer::sum);
          first.putIfAbsent(name.slug(), i);
        }
      }
    }
    return mentions.entrySet().stream()
        .map(e -> new Proposal(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingInt(Proposal::mentions)
                .reversed()
                .thenComparing(p -> first.getOrDefault(p.slug(), 0)))
        .toList();
  }

  private static Stream<String> names(Publication.Topic topic, Language language) {
    return Stream.concat(
        Stream.of(topic.name().getOrDefault(language, "")),
        topic.aliases().getOrDefault(language, List.of()).stream());
  }

  private static boolean stands(List<String> name, List<String> words, int at) {
    int end = at + name.size();
    return end <= words.size() && words.subList(at, end).equals(name);
  }
}
