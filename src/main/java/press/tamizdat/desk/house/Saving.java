package press.tamizdat.desk.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import press.tamizdat.article.Fault;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.PublicationSettings.Outcome;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.desk.Visit;
import press.tamizdat.edition.page.PageTooLarge;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;

/** Keeps what an editor changed of the publication, and says what came of it. */
public record Saving(PublicationSettings settings) {

  public Publication now() {
    return settings.current();
  }

  /**
   * Keeps a change of one part.
   *
   * @param part what must still be as it was when the form was filled
   * @param back where to go when it is kept
   * @param again shows the form once more, with these faults
   */
  public Reply save(
      Visit visit,
      Act act,
      Function<Publication, Object> part,
      UnaryOperator<Publication> change,
      String back,
      Function<List<String>, Reply> again) {
    List<String> large = tooLarge(visit, change);
    if (!large.isEmpty()) {
      return again.apply(large);
    }
    return switch (settings.change(act, based(visit), part, change)) {
      case Outcome.Changed(int number) -> kept(visit, back, number);
      case Outcome.Unchanged() -> visit.back(back, "house.unchanged");
      case Outcome.Meanwhile(var by) -> again.apply(List.of(meanwhile(visit, by)));
      case Outcome.Refused(List<Fault> faults) -> again.apply(say(visit, faults));
    };
  }

  /** Keeps a change that is made by one button, on whatever is there now. */
  public Reply save(Visit visit, Act act, UnaryOperator<Publication> change, String back) {
    return answer(visit, settings.change(act, change), back);
  }

  /** Says what came of a change that was made by one button. */
  public Reply answer(Visit visit, Outcome outcome, String back) {
    return switch (outcome) {
      case Outcome.Changed(int number) -> kept(visit, back, number);
      case Outcome.Unchanged() -> visit.back(back, "house.unchanged");
      case Outcome.Meanwhile(var by) -> visit.refuse(back, "house.undo-late", who(visit, by));
      case Outcome.Refused(List<Fault> faults) ->
          visit.refuse(back, "house.refused", String.join(" ", say(visit, faults)));
    };
  }

  private static Reply kept(Visit visit, String back, int number) {
    return visit.backWithUndo(
        back, "/settings/versions/" + number + "/undoing", Map.of("back", back), "house.kept");
  }

  /** What removing something would meet; nothing is changed. */
  List<String> faults(Visit visit, UnaryOperator<Publication> change) {
    return say(visit, settings.faults(change));
  }

  static List<String> say(Visit visit, List<Fault> faults) {
    return faults.stream().map(f -> visit.say(f.key(), f.values().toArray())).toList();
  }

  private static String meanwhile(Visit visit, PublicationSettings.Version by) {
    return visit.say("house.meanwhile", who(visit, by));
  }

  private static String who(Visit visit, PublicationSettings.Version by) {
    return by.account()
        .flatMap(id -> Names.of(visit.newsroom()).find(id))
        .map(a -> a.penName())
        .orElseGet(() -> visit.say("house.file"));
  }

  private static int based(Visit visit) {
    String based = visit.form().text("based");
    return based.matches("[0-9]{1,9}") ? Integer.parseInt(based) : 0;
  }

  private static Optional<PublishedArticle> newest(Visit visit, Language language) {
    return visit
        .newsroom()
        .database()
        .read(
            handle -> {
              PublishedArticles articles = new PublishedArticles(handle);
              return articles.newest(new PublishedArticles.Listing.All(language), 1).stream()
                  .findFirst()
                  .flatMap(card -> articles.article(card.id()));
            });
  }

  private static void printed(Pages pages, PublishedArticle article) {
    var _ = pages.article(article);
  }

  /**
   * Prints the pages that show the publication alone and the newest article of each language, since
   * a page that is too large would stop the next edition.
   */
  private List<String> tooLarge(Visit visit, UnaryOperator<Publication> change) {
    Publication next = change.apply(now());
    try {
      Pages pages = new Pages(next);
      for (Language language : next.languages()) {
        var _ = pages.texts(language);
        var _ = pages.missing(language);
        var _ = pages.topics(language);
        var _ = pages.support(language);
        newest(visit, language).ifPresent(article -> printed(pages, article));
      }
      return List.of();
    } catch (PageTooLarge e) {
      return List.of(visit.say("house.fault.too-large"));
    } catch (IllegalArgumentException e) {
      // Two pages at one address, or an unknown language: the check that follows names it.
      return List.of();
    }
  }
}
