package press.tamizdat.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which action answers which address. A pattern is a path whose segments are words or {@code
 * {names}}; a word is taken before a name. HEAD is answered as GET.
 */
public final class Routes implements Action {
  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, List<String> segments, Action action) {
    static Route of(String method, String pattern, Action action) {
      return new Route(method, List.of(pattern.split("/", -1)), action);
    }

    Optional<Map<String, String>> match(String[] path) {
      if (path.length != segments.size()) {
        return Optional.empty();
      }
      Map<String, String> parts = new HashMap<>();
      for (int i = 0; i < path.length; i++) {
        String segment = segments.get(i);
        if (segment.startsWith("{")) {
          if (path[i].isEmpty()) {
            return Optional.empty();
          }
          parts.put(segment.substring(1, segment.length() - 1), path[i]);
        } else if (!segment.equals(path[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(parts);
    }

    long names() {
      return segments.stream().filter(s -> s.startsWith("{")).count();
    }

    boolean isLike(Route other) {
      return method.equals(other.method) && shape().equals(other.shape());
    }

    private List<String> shape() {
      return segments.stream().map(s -> s.startsWith("{") ? "{}" : s).toList();
    }
  }

  private record Found(Route route, Map<String, String> parts) {}

  public void get(String pattern, Action action) {
    add("GET", pattern, action);
  }

  public void post(String pattern, Action action) {
    add("POST", pattern, action);
  }

  private void add(String method, String pattern, Action action) {
    Route route = Route.of(method, pattern, action);
    if (routes.stream().anyMatch(route::isLike)) {
      throw new IllegalArgumentException("a second action for " + method + " " + pattern);
    }
    routes.add(route);
  }

  /**
   * @throws Unacceptable 404 where nothing is, 405 where something is for other methods
   */
  @Override
  public Reply act(Call call) {
    String[] path = call.path().split("/", -1);
    List<Found> found = new ArrayList<>();
    for (Route route : routes) {
      route.match(path).ifPresent(parts -> found.add(new Found(route, parts)));
    }
    String method = call.method().equals("HEAD") ? "GET" : call.method();
    Optional<Found> best =
        found.stream()
            .filter(f -> f.route().method().equals(method))
            .min(java.util.Comparator.comparingLong(f -> f.route().names()));
    if (best.isPresent()) {
      return best.get().route().action().act(call.withParts(best.get().parts()));
    }
    if (found.isEmpty()) {
      throw new Unacceptable(404, "there is nothing at this address");
    }
    throw new Unacceptable(
        405,
        "this address takes "
            + found.stream()
                .map(f -> f.route().method())
                .distinct()
                .collect(Collectors.joining(", ")));
  }
}
