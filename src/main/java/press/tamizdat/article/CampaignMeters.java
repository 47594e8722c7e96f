package press.tamizdat.article;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.platform.db.Database;

/**
 * How far each campaign has come, as far as readers are told: in twentieths of its goal, because
 * every page shows it and is printed again when it moves.
 */
public final class CampaignMeters {
  private static final int STEPS = 20;

  private final Database database;
  private final Clock clock;

  public CampaignMeters(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Moves a campaign's meter.
   *
   * @param raised in minor units of the goal's currency
   * @return whether readers will see a difference
   */
  public boolean move(Campaign campaign, long raised) {
    long step = step(campaign, raised);
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "INSERT INTO campaign_meter (campaign, raised, at) VALUES (:slug, :raised, :at)"
                            + " ON CONFLICT (campaign) DO UPDATE SET raised = excluded.raised,"
                            + " at = excluded.at WHERE campaign_meter.raised <> excluded.raised")
                    .bind("slug", campaign.slug())
                    .bind("raised", step)
                    .bind("at", clock.millis())
                    .execute()
                > 0);
  }

  /** The whole twentieths of the goal that are reached; beyond it, all that came. */
  private static long step(Campaign campaign, long raised) {
    if (campaign.goal() <= 0 || raised <= 0) {
      return 0;
    }
    long twentieth = Math.max(1, campaign.goal() / STEPS);
    return raised >= campaign.goal() ? campaign.goal() : raised / twentieth * twentieth;
  }

  /** The publication as readers have it today: with the campaign that runs, and its meter. */
  Publication printed(Publication publication) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), publication.zone());
    Publication dated = publication.on(today);
    if (dated.support().campaigns().isEmpty()) {
      return dated;
    }
    Map<String, Long> raised = read();
    return dated.withSupport(
        dated
            .support()
            .withCampaigns(
                dated.support().campaigns().stream()
                    .map(c -> c.withRaised(raised.getOrDefault(c.slug(), 0L)))
                    .toList()));
  }

  private Map<String, Long> read() {
    return database.read(
        handle -> {
          Map<String, Long> raised = new HashMap<>();
          handle
              .createQuery("SELECT campaign, raised FROM campaign_meter")
              .map((row, context) -> Map.entry(row.getString("campaign"), row.getLong("raised")))
              .forEach(e -> raised.put(e.getKey(), e.getValue()));
          return raised;
        });
  }
}
