package press.tamizdat.desk.support;

import press.tamizdat.article.PublicationSettings;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.house.Saving;
import press.tamizdat.desk.press.Press;

/** The addresses of this area, and the meter that runs behind them. */
public final class SupportPages implements AutoCloseable {
  private final CampaignWatch watch;

  private SupportPages(CampaignWatch watch) {
    this.watch = watch;
  }

  /** Opens the addresses, and watches campaigns until it is closed. */
  public static SupportPages open(DeskRoutes routes, Newsroom newsroom, Press press) {
    PublicationSettings settings = new PublicationSettings(newsroom.database(), newsroom.clock());
    Saving saving = new Saving(settings);
    new MoneyPage(saving).open(routes);
    new CampaignPages(saving).open(routes);
    new AskingPages(saving).open(routes);
    new PledgePages().open(routes);
    new StatementPages().open(routes);
    return new SupportPages(new CampaignWatch(newsroom, settings, press).start());
  }

  @Override
  public void close() {
    watch.close();
  }
}
