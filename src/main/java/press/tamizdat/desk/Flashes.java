package press.tamizdat.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said to each session on its next page. In memory: what is lost with a restart is a
 * sentence.
 */
final class Flashes {
  private static final int MOST = 1_000;

  private final Map<String, Flash> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Flash> eldest) {
          return size() > MOST;
        }
      };

  synchronized void put(String session, Flash flash) {
    waiting.put(session, flash);
  }

  synchronized Optional<Flash> take(String session) {
    return Optional.ofNullable(waiting.remove(session));
  }
}
