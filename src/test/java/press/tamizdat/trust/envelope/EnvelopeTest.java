package press.tamizdat.trust.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Ids;

class EnvelopeTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Envelope envelope =
      new Envelope(
          Ids.next(RANDOM),
          "letter.sign-up",
          Instant.parse("2026-11-22T10:15:42Z"),
          Map.of("address", List.of("reader@example.org"), "letter", List.of("weekly", "breaking")),
          Map.of("stripe-signature", "t=1,v1=ab"),
          "{\"raw\":1}".getBytes(UTF_8),
          Optional.of(ReplyKey.generate(RANDOM)));

  @Test
  void comesBackAsItWasToTheMinute() {
    Envelope read = Envelope.parse(envelope.id(), envelope.toJson()).orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(envelope);
    assertThat(read.at()).isEqualTo(Instant.parse("2026-11-22T10:15:00Z"));
    assertThat(read.texts("letter")).containsExactly("weekly", "breaking");
    assertThat(read.text("absent")).isEmpty();
  }

  @Test
  void showsNothingOfWhoSentIt() {
    assertThat(envelope.toString()).isEqualTo("[envelope letter.sign-up]");
    assertThat(String.valueOf(envelope.replyKey())).doesNotContain("=");
  }

  @Test
  void whatIsNoEnvelopeIsNothing() {
    String good = new String(envelope.toJson(), UTF_8);
    for (String bad :
        List.of("", "{}", "[]", good.replace("\"at\":", "\"at\":\"x\",\"b\":"), good + "x")) {
      assertThat(Envelope.parse(envelope.id(), bad.getBytes(UTF_8))).as(bad).isEmpty();
    }
  }

  @Test
  void anAnswerIsReadableOnlyToWhoWaits() {
    ReplyKey key = ReplyKey.generate(RANDOM);
    for (Answer answer :
        List.of(
            Answer.goTo(URI.create("https://pay.example/session/1")),
            Answer.page("en/support/paid.html", Map.of("amount", "5.00 €")))) {
      byte[] sealed = key.seal(answer);
      assertThat(key.open(sealed)).contains(answer);
      assertThat(ReplyKey.generate(RANDOM).open(sealed)).isEmpty();
      sealed[3] ^= 1;
      assertThat(key.open(sealed)).isEmpty();
    }
  }
}
