package press.tamizdat.desk;

import java.util.Map;
import java.util.Set;
import press.tamizdat.platform.web.Action;
import press.tamizdat.platform.web.Call;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.WebServer;

/**
 * What every request passes, signed in or not: only under a name that is ours, so that no name
 * elsewhere can be pointed at this machine; and unsafe methods only from our own pages.
 *
 * @param names host names without port, in lower case
 */
record Gate(Set<String> names, Action inside) implements Action {
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  @Override
  public Reply act(Call call) {
    String host = call.header("Host").orElse("");
    if (!names.contains(withoutPort(host))) {
      throw new Unacceptable(
          421,
          "the desk is not known by this name; its names are set under [desk] in tamizdat.toml");
    }
    if (!SAFE.contains(call.method()) && !comesFromHere(call, host)) {
      throw new Unacceptable(
          403, "this was not sent from a page of the desk; open the desk and try again");
    }
    return guarded(inside.act(call));
  }

  /**
   * By what the browser says of its own accord and no page can change (Fetch Metadata §2.1; RFC
   * 6454 §7).
   */
  private static boolean comesFromHere(Call call, String host) {
    String origin = call.header("Origin").orElse("");
    boolean ours = origin.equals("http://" + host) || origin.equals("https://" + host);
    return ours && call.header("Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static Reply guarded(Reply reply) {
    Reply safe = reply;
    for (Map.Entry<String, String> header : WebServer.guarded().entrySet()) {
      if (!safe.headers().containsKey(header.getKey())) {
        safe = safe.with(header.getKey(), header.getValue());
      }
    }
    return safe;
  }
}
