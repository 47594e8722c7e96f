package press.tamizdat.desk.press;

import java.net.URI;
import java.time.Duration;

/** Whether readers get a page as the newest edition has it. */
public sealed interface Delivered {
  /** The site is not in this process: whoever runs it copies the edition there. */
  record Elsewhere() implements Delivered {}

  /** The site is being asked. */
  record Asking(URI page) implements Delivered {}

  /**
   * They get it here.
   *
   * @param took how long the site took to answer
   */
  record There(URI page, Duration took) implements Delivered {}

  /** The site has something else there, or does not answer. */
  record Not(URI page) implements Delivered {}
}
