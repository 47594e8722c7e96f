package press.tamizdat.platform.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;

/**
 * Says in the log what went wrong here: the kind and the place, never the message, which for a
 * failed connection names the peer.
 */
final class Trouble {
  private static final Logger LOG = System.getLogger("press.tamizdat.http");

  private Trouble() {}

  static void log(String what, Throwable cause) {
    String place = Arrays.stream(cause.getStackTrace()).limit(3).toList().toString();
    LOG.log(Level.ERROR, "{0}: {1} at {2}", what, cause.getClass().getName(), place);
  }
}
