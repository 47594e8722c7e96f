package press.tamizdat.post;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The dropbox of one site. What it gives out is sealed. */
public interface Box {
  /** The ids of envelopes that wait, the oldest first; at most some hundreds at once. */
  List<String> waiting();

  /** An envelope's bytes; nothing if it has gone. */
  Optional<byte[]> fetch(String id);

  /** Nothing happens if it has gone. */
  void remove(String id);

  /** Leaves an answer for whoever waits with this envelope. */
  void answer(String id, byte[] sealed);

  /** Returns when something may have come, at the latest after so long. */
  void await(Duration most);
}
