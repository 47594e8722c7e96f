package press.tamizdat.site.forms;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tells people from programs that send a thousand forms, as far as that can be told. */
final class Guard {
  /** A field that no person sees; what fills it is a program. */
  static final String TRAP = "reference";

  static final String CHALLENGE = "challenge";

  /** The number that a browser's script has found. */
  static final String PROOF = "proof";

  /** What a person has answered. */
  static final String ANSWER = "answer";

  /** The form that was sent before the question was asked. */
  static final String FORM = "form";

  private static final int MOST_GUARDED = 20;
  private static final int MOST_OTHERS = 300;

  private final Challenges challenges;
  private final Rates guarded;
  private final Rates others;

  Guard(SecureRandom random, Clock clock) {
    this.challenges = new Challenges(random, clock);
    this.guarded = new Rates(clock, MOST_GUARDED);
    this.others = new Rates(clock, MOST_OTHERS);
  }

  Challenges challenges() {
    return challenges;
  }

  static boolean isTrapped(Map<String, List<String>> sent) {
    return sent.getOrDefault(TRAP, List.of()).stream().anyMatch(text -> !text.isEmpty());
  }

  /** Whether the sender has worked for it, or answered. */
  boolean isMet(Map<String, List<String>> sent) {
    String challenge = first(sent, CHALLENGE);
    return sent.containsKey(ANSWER)
        ? challenges.isAnswered(challenge, first(sent, ANSWER))
        : challenges.isWorkDone(challenge, first(sent, PROOF));
  }

  private static String first(Map<String, List<String>> sent, String name) {
    return sent.getOrDefault(name, List.of("")).getFirst();
  }

  boolean allows(boolean guard, String source) {
    return (guard ? guarded : others).allow(source);
  }
}
