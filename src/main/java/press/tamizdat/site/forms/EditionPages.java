package press.tamizdat.site.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.text.Compression;

/** The pages of one edition that answer forms, taken into memory. */
final class EditionPages {
  private static final String HTML = "text/html; charset=utf-8";

  private final Map<String, Slots> filled = new HashMap<>();
  private final Map<String, Map<Encoding, byte[]>> whole = new HashMap<>();
  private final Map<String, String> headers;

  /**
   * @param wanted paths
   * @param slots paths of those that are filled
   * @param find a page of the edition by its path
   * @param headers of every page
   */
  EditionPages(
      Set<String> wanted,
      Set<String> slots,
      Function<String, Optional<byte[]>> find,
      Map<String, String> headers) {
    this.headers = headers;
    for (String path : wanted) {
      find.apply(path)
          .ifPresent(
              page -> {
                if (slots.contains(path)) {
                  filled.put(path, new Slots(page));
                } else {
                  whole.put(path, packed(page));
                }
              });
    }
  }

  boolean has(String path) {
    return filled.containsKey(path) || whole.containsKey(path);
  }

  boolean isFilled(String path) {
    return filled.containsKey(path);
  }

  /**
   * @throws IllegalStateException if the edition names a page that it does not have
   */
  Resource answer(int status, String path, Map<String, String> values) {
    return answer(status, path, values, Map.of());
  }

  Resource answer(int status, String path, Map<String, String> values, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    Slots slots = filled.get(path);
    Map<Encoding, byte[]> page = slots == null ? whole.get(path) : packed(slots.filled(values));
    if (page == null) {
      throw new IllegalStateException("the edition has no page " + path);
    }
    return Resource.fresh(status, HTML, page, all);
  }

  /** A reader behind a narrow line needs it small, filled or not. */
  private static Map<Encoding, byte[]> packed(byte[] page) {
    return Map.of(Encoding.IDENTITY, page, Encoding.GZIP, Compression.gzip(page));
  }
}
