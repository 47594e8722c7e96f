package press.tamizdat.desk;

import java.util.function.Function;
import press.tamizdat.platform.web.Action;
import press.tamizdat.platform.web.Routes;

/** The addresses of the desk. Behind each stands somebody who is signed in. */
public final class DeskRoutes {
  private final Routes routes;
  private final Function<DeskAction, Action> guard;

  DeskRoutes(Routes routes, Function<DeskAction, Action> guard) {
    this.routes = routes;
    this.guard = guard;
  }

  public void get(String pattern, DeskAction action) {
    routes.get(pattern, guard.apply(action));
  }

  public void post(String pattern, DeskAction action) {
    routes.post(pattern, guard.apply(action));
  }
}
