package press.tamizdat.platform.http;

/** Is told how often pages are read, and nothing about who reads. */
@FunctionalInterface
public interface Counts {
  /**
   * A page (HTML) was answered to a GET, whole or as "unchanged" (304). Called on an event loop: it
   * must not wait.
   */
  void read(String path);
}
