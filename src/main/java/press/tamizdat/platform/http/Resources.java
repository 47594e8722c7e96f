package press.tamizdat.platform.http;

import java.util.Optional;

/**
 * All that can be read at one moment. Immutable: what changes is served as another {@code
 * Resources}.
 *
 * <p>All methods are called on an event loop: they look up in memory and never wait.
 */
public interface Resources {
  /**
   * @param path absolute, percent-decoded, without a query, without {@code .} and {@code ..}; an
   *     escaped slash stays {@code %2F}, so no segment holds a separator
   */
  Optional<Resource> find(String path);

  /** The page that says that there is nothing at this path; status 404 or 410. */
  Resource notFound(String path);

  /**
   * Who answers what is no file: asked for every POST, for a GET with a query, and for a GET of
   * what {@link #find} has not.
   *
   * @param path as for {@link #find}
   * @return empty if a file is meant (GET) or nothing is taken here (POST)
   */
  default Optional<Intake> intake(Verb verb, String path) {
    return Optional.empty();
  }
}
