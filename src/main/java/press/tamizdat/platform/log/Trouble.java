package press.tamizdat.platform.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;

/**
 * Says in the log what went wrong: the kinds and the place, never the message, which may name a
 * peer or quote a request.
 */
public final class Trouble {
  private static final int FRAMES = 6;

  private Trouble() {}

  public static void log(Logger log, String what, Throwable cause) {
    StringBuilder kinds = new StringBuilder();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      kinds.append(kinds.isEmpty() ? "" : " from ").append(t.getClass().getName());
    }
    String place = Arrays.stream(cause.getStackTrace()).limit(FRAMES).toList().toString();
    log.log(Level.ERROR, "{0}: {1} at {2}", what, kinds, place);
  }
}
