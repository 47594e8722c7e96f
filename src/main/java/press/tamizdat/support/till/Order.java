package press.tamizdat.support.till;

import java.net.URI;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

/**
 * What a till is asked to collect.
 *
 * @param pledge the newsroom's own id of it; the till sends it back with what happens
 * @param attempt counts how often a pledge was begun: the same attempt asked twice is one
 * @param back where the browser goes when it is paid
 * @param away where it goes when the supporter turned back
 * @param name of what is paid for, for the provider's page
 */
public record Order(
    String pledge,
    int attempt,
    Frequency frequency,
    Money amount,
    Language language,
    URI back,
    URI away,
    String name) {
  /** The same for the same attempt: a provider that is asked twice answers as if asked once. */
  public String idempotencyKey() {
    return "tamizdat-" + pledge + "-" + attempt;
  }
}
