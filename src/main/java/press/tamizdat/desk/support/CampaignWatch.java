package press.tamizdat.desk.support;

import java.lang.System.Logger;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import press.tamizdat.article.CampaignMeters;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.press.Press;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Sums;

/**
 * Has the paper printed when a campaign begins or ends, or its meter has moved by a step. A look
 * that fails is made again.
 */
final class CampaignWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger("press.tamizdat.press");
  private static final int MINUTES = 5;

  private final Newsroom newsroom;
  private final PublicationSettings settings;
  private final Press press;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("campaigns").factory());
  private Optional<String> shown = Optional.empty();

  CampaignWatch(Newsroom newsroom, PublicationSettings settings, Press press) {
    this.newsroom = newsroom;
    this.settings = settings;
    this.press = press;
  }

  CampaignWatch start() {
    var _ = ticking.schedule(() -> shown = running().map(Campaign::slug), 0, TimeUnit.SECONDS);
    var _ = ticking.scheduleWithFixedDelay(this::lookSafely, 1, MINUTES, TimeUnit.MINUTES);
    return this;
  }

  private Optional<Campaign> running() {
    return settings.printed().support().running();
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      Trouble.log(LOG, "the campaigns could not be read; it is tried again", e);
    }
  }

  private void look() {
    Optional<Campaign> now = running();
    boolean moved =
        now.isPresent()
            && newsroom
                .funds()
                .filter(
                    funds ->
                        new CampaignMeters(newsroom.database(), newsroom.clock())
                            .move(now.get(), raised(funds.sums(), now.get())))
                .isPresent();
    Optional<String> slug = now.map(Campaign::slug);
    if (moved || !slug.equals(shown)) {
      shown = slug;
      long _ = press.ask();
    }
  }

  /** What came in during a campaign's months, in its currency, before refunds and fees. */
  static long raised(Sums sums, Campaign campaign) {
    return sums.income(YearMonth.from(campaign.from()), YearMonth.from(campaign.to())).stream()
        .map(Sums.Income::amount)
        .filter(m -> m.currency().getCurrencyCode().equals(campaign.currency()))
        .mapToLong(Money::minor)
        .sum();
  }

  @Override
  public void close() {
    List<Runnable> _ = ticking.shutdownNow();
  }
}
