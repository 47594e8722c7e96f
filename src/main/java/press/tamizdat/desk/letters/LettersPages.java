package press.tamizdat.desk.letters;

import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.press.Press;

/** The addresses where letters are made, and what runs behind them. */
public final class LettersPages implements AutoCloseable {
  private final Armoury armoury = new Armoury();
  private final Rhythm rhythm;

  private LettersPages(DeskRoutes routes, Newsroom newsroom, Press press) {
    Outgoing outgoing = new Outgoing(newsroom, armoury, press);
    this.rhythm = new Rhythm(outgoing);
    new OverviewPage(newsroom, outgoing, armoury).open(routes);
    new PlanPage(newsroom).open(routes);
    new ComposePage(newsroom, armoury).open(routes);
    new PreviewPage(newsroom).open(routes);
    new SendingPage(newsroom, outgoing, armoury).open(routes);
    new LetterNumbersPage(newsroom, armoury).open(routes);
    new RollPage().open(routes);
  }

  /** Opens the addresses, and makes and sends what is due until it is closed. */
  public static LettersPages open(DeskRoutes routes, Newsroom newsroom, Press press) {
    LettersPages pages = new LettersPages(routes, newsroom, press);
    pages.rhythm.start();
    return pages;
  }

  @Override
  public void close() {
    rhythm.close();
    armoury.forgetAll();
  }
}
