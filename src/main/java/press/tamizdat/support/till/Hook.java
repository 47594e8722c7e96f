package press.tamizdat.support.till;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A message that somebody sent to a till's address; a provider, if its signature says so.
 *
 * @param at when it came in at the site
 * @param headers names in any case
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Hook(Instant at, Map<String, String> headers, byte[] body) {
  public String header(String name) {
    return headers.entrySet().stream()
        .filter(h -> h.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
