package press.tamizdat.desk.press;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.Articles;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.Publishing;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.edition.PublicationPlan;
import press.tamizdat.edition.page.PageTooLarge;

/** Prints an article before it is published, to know that it can be. */
public final class Proofs {
  private Proofs() {}

  /** Publishing in this newsroom, as its settings are now. */
  public static Publishing publishing(Newsroom newsroom) {
    return new Publishing(
        newsroom.database(),
        newsroom.clock(),
        newsroom.publication().get().zone(),
        new Articles(newsroom.database(), newsroom.clock(), newsroom.random()),
        (handle, id) -> unprintable(newsroom, handle, id));
  }

  /** Why the article cannot be printed as it stands on this handle: a message key. */
  static Optional<String> unprintable(Newsroom newsroom, Handle handle, String id) {
    return look(newsroom, handle, id).refusal();
  }

  /** What the next edition would change for the article as it stands on this handle. */
  public static PublicationPlan plan(Newsroom newsroom, Handle handle, String id) {
    return PublicationPlan.of(
        handle, newsroom.publication().get(), newsroom.editions(), newsroom.photos(), id);
  }

  /**
   * What would come of publishing a revision.
   *
   * @param plan empty where it cannot be published
   * @param refusal why not: a message key
   */
  public record Rehearsal(Optional<PublicationPlan> plan, Optional<String> refusal) {}

  /**
   * Publishes a revision in a transaction that is taken back, and says what the edition would be.
   */
  public static Rehearsal rehearse(Newsroom newsroom, String id, int revision) {
    try {
      return publishing(newsroom)
          .rehearse(id, revision, (handle, outcome) -> look(newsroom, handle, id, outcome));
    } catch (IllegalArgumentException e) {
      return refused("flow.refused.picture");
    }
  }

  private static Rehearsal look(
      Newsroom newsroom, Handle handle, String id, PublishArticle.Outcome outcome) {
    return switch (outcome) {
      case PublishArticle.Outcome.Lacking(String what) -> refused("flow.refused.lacks-" + what);
      case PublishArticle.Outcome.TakenDown t -> refused("flow.refused.taken-down");
      case PublishArticle.Outcome.Published p -> look(newsroom, handle, id);
      case PublishArticle.Outcome.Unchanged u -> look(newsroom, handle, id);
    };
  }

  private static Rehearsal look(Newsroom newsroom, Handle handle, String id) {
    try {
      PublicationPlan plan = plan(newsroom, handle, id);
      return plan.path().isEmpty()
          ? refused("flow.refused.language")
          : new Rehearsal(Optional.of(plan), Optional.empty());
    } catch (PageTooLarge e) {
      return refused("flow.refused.large");
    } catch (IllegalArgumentException e) {
      return refused("flow.refused.picture");
    } catch (IllegalStateException e) {
      return refused("flow.refused.photo-file");
    }
  }

  private static Rehearsal refused(String key) {
    return new Rehearsal(Optional.empty(), Optional.of(key));
  }

  /** What the edition would be without the article. */
  public static PublicationPlan rehearseTakeDown(Newsroom newsroom, String id) {
    return publishing(newsroom).rehearseTakeDown(id, "-", handle -> plan(newsroom, handle, id));
  }
}
