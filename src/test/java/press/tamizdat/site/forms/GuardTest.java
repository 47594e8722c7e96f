package press.tamizdat.site.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.tamizdat.edition.MovableClock;

class GuardTest {
  private static final FormsFile.Human HUMAN =
      new FormsFile.Human(
          List.of("river", "bread", "چراغ", "Ёлка", "bridge"),
          List.of("first: {0}", "second: {0}"));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Challenges challenges = new Challenges(new SecureRandom(), clock);

  /** What a browser does. */
  static String solve(String challenge) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (long n = 0; ; n++) {
      byte[] hash = sha.digest((challenge + "." + n).getBytes(StandardCharsets.US_ASCII));
      int first = ByteBuffer.wrap(hash).getInt();
      if (Integer.numberOfLeadingZeros(first) >= Challenges.BITS) {
        return Long.toString(n);
      }
    }
  }

  @Test
  void workThatWasDoneCountsOnceAndForHalfAnHour() throws Exception {
    String challenge = challenges.work();
    assertThat(challenge).hasSize(43);
    String proof = solve(challenge);

    assertThat(challenges.isWorkDone(challenge, "x" + proof)).isFalse();
    assertThat(challenges.isWorkDone(challenge + "A", proof)).isFalse();
    assertThat(new Challenges(new SecureRandom(), clock).isWorkDone(challenge, proof)).isFalse();
    assertThat(challenges.isWorkDone(challenge, proof)).isTrue();
    assertThat(challenges.isWorkDone(challenge, proof)).isFalse();

    String late = challenges.work();
    String lateProof = solve(late);
    clock.advance(Duration.ofMinutes(31));
    assertThat(challenges.isWorkDone(late, lateProof)).isFalse();
  }

  @Test
  void theWordsOfAQuestionStandBetweenCommasOfTheirScript() {
    FormsFile.Human persian =
        new FormsFile.Human(List.of("رود", "نان", "پل"), List.of("{0}", "{0}"));
    assertThat(challenges.question(persian).text()).contains("، ").doesNotContain(",");
  }

  @Test
  void aQuestionIsAnsweredByItsWordHoweverItIsTyped() {
    for (int i = 0; i < 30; i++) {
      Challenges.Question question = challenges.question(HUMAN);
      String[] parts = question.text().split(": ");
      List<String> words = Arrays.asList(parts[1].split("[,،] "));
      int asked = parts[0].equals("first") ? 0 : 1;
      assertThat(words).hasSize(3);
      assertThat(challenges.isAnswered(question.challenge(), words.get(1 - asked))).isFalse();
      assertThat(challenges.isWorkDone(question.challenge(), "0")).isFalse();
      String typed = " " + words.get(asked).toUpperCase(java.util.Locale.ROOT) + ". ";
      assertThat(challenges.isAnswered(question.challenge(), typed)).isTrue();
      assertThat(challenges.isAnswered(question.challenge(), typed)).isFalse();
    }
  }

  @Test
  void aSourceThatComesTooOftenWaitsAndOthersDoNot() {
    Rates rates = new Rates(clock, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(rates.allow("a")).isTrue();
    }
    assertThat(rates.allow("a")).isFalse();
    assertThat(rates.allow("b")).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(rates.allow("")).isTrue();
    }
    clock.advance(Duration.ofMinutes(10));
    assertThat(rates.allow("a")).isTrue();
  }
}
