package press.tamizdat.trust.collecting;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.trust.keys.Algorithm;
import press.tamizdat.trust.keys.VerifyingKey;

/**
 * Knows who may collect, and tells their requests from others'. What it has seen lately it keeps in
 * memory, so that no request counts twice; nothing from before it was made counts at all.
 */
public final class Collectors {
  /** By so much two machines' clocks may differ. */
  private static final Duration APART = Duration.ofMinutes(2);

  private static final Pattern INPUT =
      Pattern.compile(
          "([a-z][a-z0-9]*)=("
              + Pattern.quote(SignedRequest.COVERED)
              + ";created=([0-9]{1,12});nonce=\"([A-Za-z0-9_-]{16,64})\""
              + ";keyid=\"([0-9a-f]{64})\";alg=\"ed25519\")");
  private static final Pattern SIGNATURE =
      Pattern.compile("([a-z][a-z0-9]*)=:([A-Za-z0-9+/]{86}==):");

  private final Clock clock;
  private final long since;

  /** By nonce, until when it must be remembered. */
  private final Map<String, Long> seen = new LinkedHashMap<>();

  public Collectors(Clock clock) {
    this.clock = clock;
    this.since = clock.instant().getEpochSecond();
  }

  /** Why a request counts for nothing. */
  public enum Refusal {
    NOT_SIGNED("the request is not signed as docs/forms.md says"),
    UNKNOWN_KEY("the key is not one that this edition names: publish with the post room's key"),
    WRONG_TIME("the clocks of the two machines differ by more than two minutes"),
    WRONG_SIGNATURE("the signature is not one over this request"),
    AGAIN("this request was made before");

    private final String text;

    Refusal(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * Whether the request was made by one of these keys, just now, and for the first time.
   *
   * @param keys public halves, 64 hex digits each
   * @param headers by name in lower case
   * @return empty if so
   */
  public Optional<Refusal> refusal(
      List<String> keys, SignedRequest request, Map<String, String> headers) {
    Matcher input = INPUT.matcher(headers.getOrDefault("signature-input", ""));
    Matcher signature = SIGNATURE.matcher(headers.getOrDefault("signature", ""));
    if (!input.matches() || !signature.matches() || !input.group(1).equals(signature.group(1))) {
      return Optional.of(Refusal.NOT_SIGNED);
    }
    Optional<VerifyingKey> key =
        Optional.of(input.group(5))
            .filter(keys::contains)
            .flatMap(text -> VerifyingKey.parse(Algorithm.ED25519, text));
    if (key.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_KEY);
    }
    long created = Long.parseLong(input.group(3));
    long now = clock.instant().getEpochSecond();
    if (Math.abs(now - created) > APART.toSeconds()) {
      return Optional.of(Refusal.WRONG_TIME);
    }
    byte[] bytes = Base64.getDecoder().decode(signature.group(2));
    if (!request.digest().equals(headers.getOrDefault("content-digest", ""))
        || !key.get().verifies(request.base(input.group(2)), bytes)) {
      return Optional.of(Refusal.WRONG_SIGNATURE);
    }
    boolean first = created >= since - 1 && isFirst(input.group(4), created, now);
    return first ? Optional.empty() : Optional.of(Refusal.AGAIN);
  }

  private synchronized boolean isFirst(String nonce, long created, long now) {
    seen.values().removeIf(until -> until < now);
    return seen.putIfAbsent(nonce, created + 2 * APART.toSeconds()) == null;
  }
}
