package press.tamizdat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browser of all tests in a process. The first that asks starts it; it ends with the process.
 */
public final class Chromium {
  /** What axe is asked to look at: WCAG 2.2 AA and what is good besides. */
  public static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static @Nullable Browser browser;

  private Chromium() {}

  /** Leaves tests out where there is no browser. */
  public static void required() {
    Browser started = browser();
    assumeTrue(started.isConnected(), "the browser has gone away");
  }

  /** The browser; where there is none, the test that asks is left out. */
  public static synchronized Browser browser() {
    assumeTrue(Files.isExecutable(PROGRAM), "no " + PROGRAM + ": the browser's tests are left out");
    Browser started = browser;
    if (started == null || !started.isConnected()) {
      started =
          Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(PROGRAM)
                      .setArgs(List.of("--no-sandbox", "--disable-gpu")));
      browser = started;
    }
    return started;
  }
}
