package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Messages;

/**
 * What stands around every page.
 *
 * @param title for the window and for search engines
 * @param description may be empty
 * @param canonical absolute, may be empty; {@code image} likewise
 * @param alternates absolute, by language
 * @param meter how far the campaign has come that the banner is of
 * @param signUp in the foot; where a page has no room for it, a link to the letter stands there
 *     alone
 * @param refresh when the page is to be loaded again and from where, as the {@code meta} element
 *     has it; empty for never
 * @param previous of a series of pages, may be empty; {@code next} likewise
 */
public record Frame(
    Messages words,
    String name,
    String title,
    String description,
    String canonical,
    String image,
    boolean story,
    List<Foreign> alternates,
    String css,
    String script,
    String home,
    List<Link> sections,
    List<Foreign> languages,
    List<Link> foot,
    String feed,
    Optional<Link> banner,
    Optional<Give.Meter> meter,
    Optional<SignUp> signUp,
    String refresh,
    String previous,
    String next) {

  public Frame withoutSignUp() {
    return new Frame(
        words,
        name,
        title,
        description,
        canonical,
        image,
        story,
        alternates,
        css,
        script,
        home,
        sections,
        languages,
        foot,
        feed,
        banner,
        meter,
        Optional.empty(),
        refresh,
        previous,
        next);
  }

  public String language() {
    return words.language().tag();
  }

  public String direction() {
    return words.language().direction();
  }
}
