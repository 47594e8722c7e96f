package press.tamizdat.support.till;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.Frequency;
import press.tamizdat.trust.Secret;

/** The tills that are open, in the order of the settings. */
public final class Tills implements AutoCloseable {
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final List<Web> webs = new ArrayList<>();

  /** A till with its settings. */
  public record Open(TillSettings settings, Till till) {}

  /**
   * Opens them.
   *
   * @param database of the post room
   * @param keys gives a till's key of a name: {@code key}, {@code hook}, {@code secret}
   */
  public Tills(
      List<TillSettings> settings,
      BiFunction<TillSettings, String, Secret> keys,
      Database database,
      Clock clock) {
    for (TillSettings each : settings) {
      Open before =
          open.put(each.name(), new Open(each, till(each, settings, keys, database, clock)));
      if (before != null) {
        throw new IllegalArgumentException("two tills have the name " + each.name());
      }
    }
    boolean practice = open.values().stream().anyMatch(o -> o.till() instanceof PracticeTill);
    if (practice && open.size() > 1) {
      close();
      throw new IllegalArgumentException(
          "the practice till takes no money: it cannot be open beside a real one");
    }
  }

  /**
   * One account by itself.
   *
   * @param all tills of the newsroom: their providers pay out to it
   */
  public static BankTill bank(TillSettings settings, List<TillSettings> all) {
    return new BankTill(
        settings.name(),
        settings.currencies(),
        new BankTill.Account(
            settings.option("beneficiary"),
            settings.option("iban").replace(" ", ""),
            settings.option("bic")),
        all.stream().flatMap(s -> s.payer().stream()).toList());
  }

  private Till till(
      TillSettings settings,
      List<TillSettings> all,
      BiFunction<TillSettings, String, Secret> keys,
      Database database,
      Clock clock) {
    return switch (settings.kind()) {
      case STRIPE ->
          new StripeTill(
              settings.name(),
              settings.currencies(),
              web(settings),
              keys.apply(settings, "key"),
              keys.apply(settings, "hook"),
              clock);
      case PAYPAL ->
          new PaypalTill(
              settings.name(),
              settings.currencies(),
              web(settings),
              new PaypalTill.Account(
                  settings.option("client"),
                  keys.apply(settings, "secret"),
                  settings.option("webhook")),
              new Notes(database, settings.name()),
              clock);
      case BTCPAY ->
          new BtcpayTill(
              settings.name(),
              settings.currencies(),
              web(settings),
              keys.apply(settings, "key"),
              keys.apply(settings, "hook"),
              new BtcpayTill.Store(settings.option("store"), settings.option("offering")));
      case BANK -> bank(settings, all);
      case PRACTICE -> new PracticeTill(clock);
    };
  }

  private Web web(TillSettings settings) {
    URI address = settings.address().orElseGet(() -> URI.create(settings.kind().home()));
    Web web = new Web(address, settings.patience());
    webs.add(web);
    return web;
  }

  public Optional<Open> find(String name) {
    return Optional.ofNullable(open.get(name));
  }

  public List<Open> all() {
    return List.copyOf(open.values());
  }

  /** Those that can collect this currency so often. */
  public List<Open> taking(Currency currency, Frequency frequency) {
    return open.values().stream().filter(o -> o.till().takes(currency, frequency)).toList();
  }

  /** The account that transfers go to, by a till's name. */
  public Optional<BankTill> bank(String name) {
    return find(name).map(Open::till).filter(BankTill.class::isInstance).map(BankTill.class::cast);
  }

  @Override
  public void close() {
    webs.forEach(Web::close);
  }
}
