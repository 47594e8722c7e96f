package press.tamizdat.letter.roll;

import java.util.Set;
import java.util.TreeSet;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.envelope.Envelope;

/**
 * What somebody wants changed. The page that asks does not know what they have, so each letter is
 * to come ({@code weekly}), not to come ({@code ~weekly}), or stays as it is (nothing).
 */
record Wishes(Publication publication, Set<String> more, Set<String> fewer, Language language) {
  static final String NOT = "~";

  static Wishes of(Envelope envelope, Publication publication) {
    Set<String> more = new TreeSet<>();
    Set<String> fewer = new TreeSet<>();
    for (String letter : envelope.texts("letter")) {
      if (letter.startsWith(NOT)) {
        fewer.add(letter.substring(NOT.length()));
      } else {
        more.add(letter);
      }
    }
    Language language = Asked.choice(publication, more, envelope.text("language")).language();
    return new Wishes(publication, more, fewer, language);
  }

  /**
   * From what they have. Nobody is erased because a letter does not come out in the language that
   * they chose: then they keep what they have.
   */
  Choice applied(Choice before) {
    Set<String> wanted = new TreeSet<>(before.letters());
    wanted.addAll(more);
    wanted.removeAll(fewer);
    Choice after = Asked.choice(publication, wanted, language.tag());
    return after.letters().isEmpty() && !wanted.isEmpty()
        ? new Choice(without(before.letters()), before.language())
        : after;
  }

  private Set<String> without(Set<String> before) {
    Set<String> kept = new TreeSet<>(before);
    kept.removeAll(fewer);
    return kept;
  }
}
