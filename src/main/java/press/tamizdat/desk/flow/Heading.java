package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.Board;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Right;

/**
 * What stands over every page about one article: its headline, its state, and the way to its other
 * pages.
 *
 * @param headline empty where it has none yet
 * @param state of the style sheet and of messages
 * @param changes whether readers have an older text
 * @param tabs the article's pages
 */
public record Heading(
    String id,
    String headline,
    String language,
    String direction,
    String state,
    boolean changes,
    List<Tab> tabs) {

  /**
   * A page about the article.
   *
   * @param key of its name
   * @param number shown beside the name, if there is something to count
   */
  public record Tab(String key, String path, boolean here, Optional<Integer> number) {}

  /** Of the article with this id, for areas that have no card of it. */
  public static Heading of(Visit visit, String id, String here) {
    return of(
        visit
            .newsroom()
            .database()
            .read(handle -> new Board(handle, visit.account().id()).card(id))
            .orElseThrow(() -> new Unacceptable(404, "there is no such article")),
        visit.account(),
        here);
  }

  /**
   * Of an article, seen from one of its pages.
   *
   * @param here the key of that page, such as {@code flow.tab.comments}
   */
  public static Heading of(BoardCard card, Account account, String here) {
    Standing standing = card.standing();
    String path = "/articles/" + standing.id();
    java.util.ArrayList<Tab> tabs = new java.util.ArrayList<>();
    tabs.add(tab("flow.tab.text", path, here, 0));
    tabs.add(tab("flow.tab.comments", path + "/comments", here, card.comments()));
    tabs.add(tab("flow.tab.plan", path + "/plan", here, 0));
    if (account.may(Right.PUBLISH)) {
      tabs.add(tab("flow.tab.publication", path + "/publication", here, 0));
      if (standing.out().isPresent()) {
        tabs.add(tab("flow.tab.corrections", path + "/corrections", here, 0));
        tabs.add(tab("flow.tab.removal", path + "/removal", here, 0));
      }
    }
    tabs.add(tab("flow.tab.revisions", path + "/revisions", here, 0));
    tabs.add(tab("flow.tab.translations", path + "/translations", here, 0));
    if (standing.out().isPresent()) {
      tabs.add(tab("flow.tab.numbers", path + "/numbers", here, 0));
    }
    return new Heading(
        standing.id(),
        card.content().headline(),
        card.content().language().tag(),
        card.content().language().direction(),
        state(standing),
        standing.unpublishedChanges(),
        List.copyOf(tabs));
  }

  private static Tab tab(String key, String path, String here, int number) {
    return new Tab(
        key, path, key.equals(here), number > 0 ? Optional.of(number) : Optional.empty());
  }

  /** What readers have, or else how far it has come, as one word. */
  static String state(Standing standing) {
    if (standing.state() == Article.State.TAKEN_DOWN) {
      return standing.state().word();
    }
    boolean settled = standing.stage() == Stage.DRAFT && standing.out().isPresent();
    return settled ? standing.state().word() : standing.stage().word();
  }
}
