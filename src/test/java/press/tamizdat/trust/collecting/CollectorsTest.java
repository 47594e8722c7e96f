package press.tamizdat.trust.collecting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;

  private CollectingKey key() {
    return CollectingKey.at(folder.resolve("collecting.pem"), RANDOM, NOON);
  }

  private static SignedRequest request(String path, String body) {
    return new SignedRequest("POST", "site.example", path, "wait=25", body.getBytes(UTF_8));
  }

  private static Map<String, String> received(Map<String, String> sent) {
    Map<String, String> received = new HashMap<>();
    sent.forEach((name, value) -> received.put(name.toLowerCase(Locale.ROOT), value));
    return received;
  }

  @Test
  void aRequestCountsOnceAndOnlyAsItWasMade() {
    CollectingKey key = key();
    assertThat(key().text()).as("read again from its file").isEqualTo(key.text());
    Collectors collectors = new Collectors(NOON);
    SignedRequest made = request("/dropbox/a/removal", "");
    Map<String, String> headers = received(key.sign(made));
    List<String> keys = List.of(key.text());

    for (SignedRequest other :
        List.of(
            request("/dropbox/b/removal", ""),
            request("/dropbox/a/removal", "x"),
            new SignedRequest("GET", "site.example", "/dropbox/a/removal", "wait=25", new byte[0]),
            new SignedRequest(
                "POST", "other.example", "/dropbox/a/removal", "wait=25", new byte[0]),
            new SignedRequest("POST", "site.example", "/dropbox/a/removal", "", new byte[0]))) {
      assertThat(collectors.refusal(keys, other, headers))
          .contains(Collectors.Refusal.WRONG_SIGNATURE);
    }
    assertThat(collectors.refusal(List.of(), made, headers))
        .contains(Collectors.Refusal.UNKNOWN_KEY);
    assertThat(collectors.refusal(keys, made, Map.of())).contains(Collectors.Refusal.NOT_SIGNED);
    assertThat(collectors.refusal(keys, made, headers)).isEmpty();
    assertThat(collectors.refusal(keys, made, headers)).contains(Collectors.Refusal.AGAIN);
  }

  @Test
  void whatWasMadeLongAgoOrBeforeTheSiteStartedDoesNotCount() {
    CollectingKey key = key();
    SignedRequest made = request("/dropbox", "");
    Map<String, String> headers = received(key.sign(made));
    List<String> keys = List.of(key.text());

    assertThat(refusalAfter(Duration.ofMinutes(3), keys, made, headers))
        .contains(Collectors.Refusal.WRONG_TIME);
    assertThat(refusalAfter(Duration.ofMinutes(-3), keys, made, headers))
        .contains(Collectors.Refusal.WRONG_TIME);
    assertThat(refusalAfter(Duration.ofMinutes(1), keys, made, headers))
        .as("the site started a minute later and cannot know whether it saw this")
        .contains(Collectors.Refusal.AGAIN);
  }

  private static Optional<Collectors.Refusal> refusalAfter(
      Duration later, List<String> keys, SignedRequest made, Map<String, String> headers) {
    return new Collectors(Clock.offset(NOON, later)).refusal(keys, made, headers);
  }
}
