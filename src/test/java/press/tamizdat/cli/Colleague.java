package press.tamizdat.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Somebody of the newsroom at a browser, in another time zone than the publication's. Finds things
 * by what they are called on the screen.
 */
final class Colleague implements AutoCloseable {
  final BrowserContext window;
  Page page;

  /** How often the mouse was pressed. */
  int clicks;

  /** What the browser complained of. */
  final List<String> troubles = new CopyOnWriteArrayList<>();

  private Colleague(Browser browser, int width, ColorScheme colours) {
    this.window =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(colours)
                .setTimezoneId("America/New_York"));
    window.setDefaultTimeout(20_000);
    this.page = tab();
  }

  static Colleague at(Browser browser) {
    return new Colleague(browser, 1280, ColorScheme.LIGHT);
  }

  static Colleague at(Browser browser, int width, ColorScheme colours) {
    return new Colleague(browser, width, colours);
  }

  private Page tab() {
    Page tab = window.newPage();
    tab.onPageError(error -> troubles.add(tab.url() + ": " + error));
    tab.onConsoleMessage(
        m -> {
          if (m.type().equals("error") && !m.text().contains("Failed to load resource")) {
            troubles.add(tab.url() + ": " + m.text());
          }
        });
    return tab;
  }

  /** Goes in by a link that works once. */
  Colleague enter(String link) {
    page.navigate(link);
    press("Enter the desk");
    button("New article").first().waitFor();
    return this;
  }

  Colleague open(String address) {
    page.navigate(address);
    return this;
  }

  /** Closes the tab as a hand does, and has a new one. */
  void closeTheTab() {
    Page old = page;
    page = tab();
    old.close(new Page.CloseOptions().setRunBeforeUnload(true));
    page.waitForCondition(old::isClosed);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The button that leads from the text to the screen on which it is published. */
  Locator publish() {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Publish.*…")))
        .first();
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Clicks into a field and types. */
  void fill(String label, String words) {
    press(field(label));
    page.keyboard().type(words);
  }

  /** Opens a list and chooses. */
  void choose(String label, String option) {
    clicks += 2;
    field(label).selectOption(option);
  }

  /** Chooses a file of the machine. */
  void chooseFile(String button, Path file) {
    FileChooser chooser = page.waitForFileChooser(() -> press(button));
    clicks += 2;
    chooser.setFiles(file);
  }

  /** A field by its label. */
  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  void press(String name) {
    press(button(name));
  }

  void press(Locator what) {
    clicks++;
    what.click();
  }

  void follow(String name) {
    clicks++;
    link(name).first().click();
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
  }

  /** Where the article is written. */
  Locator text() {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Text of the article"));
  }

  /** Goes on at the end of the text. */
  void write(String more) {
    clicks++;
    text().click();
    // The surface looks at where the cursor is a moment after it got the focus; no hand is faster.
    page.waitForTimeout(60);
    page.keyboard().press("Control+End");
    page.keyboard().type(more);
  }

  /** A new article that is saved; its address. */
  String begin(String headline, String words) {
    press(button("New article").first());
    fill("Headline", headline);
    write(words);
    choose("Section", "News");
    save();
    return page.url().replaceFirst("[?#].*", "");
  }

  void save() {
    press("Save");
    told("Saved as version");
  }

  /** Waits until the desk has said this. */
  void told(String what) {
    page.getByRole(AriaRole.STATUS)
        .filter(new Locator.FilterOptions().setHasText(what))
        .first()
        .waitFor();
  }

  /** Waits until the server has confirmed all that is typed. */
  void isKept() {
    page.getByRole(AriaRole.STATUS)
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Saved [0-9]")))
        .waitFor();
  }

  String main() {
    return page.getByRole(AriaRole.MAIN).innerText();
  }

  @Override
  public void close() {
    window.close();
  }
}
