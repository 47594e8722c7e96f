package press.tamizdat.support.pledge;

import java.util.LinkedHashMap;
import java.util.Map;
import press.tamizdat.post.Handler;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.support.till.Tills;

/** Who handles which kind of envelope. */
public final class SupportHandlers {
  private SupportHandlers() {}

  /** By kind: {@code support.pledge}, {@code support.manage}, {@code support.hook.<till>}. */
  public static Map<String, Handler> of(SupportRoom room, Tills tills, Pledges pledges) {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    handlers.put("support.pledge", new TakePledge(room, tills, pledges));
    handlers.put("support.manage", new ManagePledge(room, tills, pledges));
    for (Tills.Open open : tills.all()) {
      if (open.till() instanceof PracticeTill practice) {
        handlers.put("support.practice", new TakePractice(room, practice, pledges));
      } else {
        handlers.put("support.hook." + open.till().name(), new TakeHook(open.till(), pledges));
      }
    }
    return Map.copyOf(handlers);
  }
}
