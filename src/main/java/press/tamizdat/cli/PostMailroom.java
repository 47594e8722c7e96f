package press.tamizdat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import press.tamizdat.desk.letters.Mailroom;
import press.tamizdat.letter.bounce.Bounces;
import press.tamizdat.letter.roll.Choice;
import press.tamizdat.letter.roll.ImportOrder;
import press.tamizdat.letter.roll.ImportReport;
import press.tamizdat.letter.roll.RollCounts;
import press.tamizdat.letter.roll.RollExport;
import press.tamizdat.letter.roll.RollImport;
import press.tamizdat.letter.roll.RollPages;
import press.tamizdat.letter.sending.Armed;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.letter.sending.Installation;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.letter.sending.Sendings;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** The post room of this process, as the desk asks it. */
final class PostMailroom implements Mailroom {
  private static final int ROWS = 50;
  private static final int MONTHS = 12;

  private final SealingKeyring keys;
  private final Sendings sendings;
  private final Installation installation;
  private final RollCounts counts;
  private final RollPages pages;
  private final RollImport importing;
  private final RollExport exporting;
  private final Bounces bounces;
  private final Clock clock;
  private final URI links;
  private final Optional<Secret> spoken;

  /**
   * @param links where links in mails lead
   * @param spoken the passphrase of a roll that has nobody to protect
   */
  PostMailroom(
      Database database,
      SealingKeyring keys,
      Sendings sendings,
      Installation installation,
      RollImport importing,
      Bounces bounces,
      Clock clock,
      URI links,
      Optional<Secret> spoken) {
    this.keys = keys;
    this.sendings = sendings;
    this.installation = installation;
    this.counts = new RollCounts(database);
    this.pages = new RollPages(database);
    this.importing = importing;
    this.exporting = new RollExport(database);
    this.bounces = bounces;
    this.clock = clock;
    this.links = links;
    this.spoken = spoken;
  }

  @Override
  public boolean opens(Secret passphrase) {
    Optional<OpeningKey> key = roll(passphrase);
    key.ifPresent(OpeningKey::close);
    return key.isPresent();
  }

  private Optional<OpeningKey> roll(Secret passphrase) {
    return keys.open(SealingKeyring.ROLL, passphrase)
            instanceof SealingKeyring.Opening.Opened(OpeningKey key)
        ? Optional.of(key)
        : Optional.empty();
  }

  @Override
  public Handed send(FrozenIssue issue, Secret passphrase) {
    return handed(sendings.arm(issue, passphrase));
  }

  @Override
  public Handed unlock(String issue, Secret passphrase) {
    return handed(sendings.unlock(issue, passphrase));
  }

  private static Handed handed(Armed armed) {
    return switch (armed) {
      case Armed.Sending() -> Handed.GOING;
      case Armed.Over() -> Handed.OVER;
      case Armed.Another() -> Handed.OVER;
      case Armed.Shut(var _) -> Handed.WRONG_PASSPHRASE;
      case Armed.Elsewhere() -> Handed.ELSEWHERE;
      case Armed.Doubtful(var _) -> Handed.ELSEWHERE;
    };
  }

  @Override
  public Delivery test(FrozenIssue issue, String address) {
    return sendings.test(issue, address);
  }

  @Override
  public URI links() {
    return links;
  }

  @Override
  public Optional<Progress> progress(String issue) {
    return sendings.progress(issue);
  }

  @Override
  public void pause(String issue) {
    sendings.pause(issue);
  }

  @Override
  public void resume(String issue) {
    sendings.resume(issue);
  }

  @Override
  public void stop(String issue) {
    sendings.stop(issue);
  }

  @Override
  public Optional<String> elsewhere() {
    return installation.doubts().stream()
        .findFirst()
        .map(doubt -> "letters.elsewhere." + doubt.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void claim() {
    installation.confirm();
  }

  @Override
  public List<Now> now() {
    return counts.now().stream().map(n -> new Now(n.letter(), n.language(), n.people())).toList();
  }

  @Override
  public List<Month> months() {
    return counts.months().stream()
        .map(
            m ->
                new Month(
                    m.letter(),
                    m.language(),
                    m.month(),
                    m.joined(),
                    m.left(),
                    m.bounced(),
                    m.complained(),
                    m.growth()))
        .toList();
  }

  @Override
  public List<Returned> returned() {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
    List<Bounces.Count> counts = bounces.counts(first.atDay(1), today);
    return IntStream.range(0, MONTHS).mapToObj(i -> returned(first.plusMonths(i), counts)).toList();
  }

  private static Returned returned(YearMonth month, List<Bounces.Count> counts) {
    long permanent = 0;
    long temporary = 0;
    long complaints = 0;
    for (Bounces.Count count : counts) {
      if (YearMonth.from(count.day()).equals(month)) {
        switch (count.reason().verdict()) {
          case PERMANENT -> permanent += count.times();
          case TEMPORARY -> temporary += count.times();
          case COMPLAINT -> {
            if (count.reason().ours()) { // a server's word about our signing, no reader's
              temporary += count.times();
            } else {
              complaints += count.times();
            }
          }
          case NOTHING -> {
            // It tells of no failure.
          }
        }
      }
    }
    return new Returned(month, permanent, temporary, complaints);
  }

  @Override
  public long unconfirmed() {
    return counts.unconfirmed();
  }

  @Override
  public Rows rows(String after) {
    RollPages.Page page = pages.page(RollPages.Filter.ALL, after, ROWS);
    return new Rows(
        page.rows().stream()
            .map(
                r ->
                    new Row(
                        r.beginning(),
                        r.language(),
                        r.month(),
                        r.letters(),
                        r.confirmed(),
                        r.encrypted()))
            .toList(),
        page.next());
  }

  @Override
  public Imported importing(
      InputStream csv, String letter, Language language, Optional<String> ground, String account) {
    Passed passed = new Passed();
    ImportOrder order = new ImportOrder(ground, account, new Choice(Set.of(letter), language));
    long added =
        importing.bring(csv, 0, order, passed, id -> {})
                instanceof RollImport.Outcome.Done(String _, long done)
            ? done
            : 0;
    boolean asked = ground.isEmpty();
    return new Imported(asked ? 0 : added, asked ? added : 0, passed.lines);
  }

  /** Counts what is passed over. */
  private static final class Passed implements ImportReport {
    private long lines;

    @Override
    public void passedOver(long line, Why why) {
      lines++;
    }

    @Override
    public void progress(long done, long added) {
      // The page shows the end alone.
    }
  }

  @Override
  public Optional<byte[]> export(Secret passphrase) {
    return roll(passphrase)
        .map(
            key -> {
              try (key) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                try (OutputStream sealing = key.sealing().sealing(file)) {
                  var _ = exporting.write(key, sealing, n -> {});
                }
                return file.toByteArray();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Override
  public Optional<String> spokenPassphrase() {
    return spoken.map(
        secret ->
            new String(
                secret.reveal(new SecretAccess("show the passphrase of a roll of nobody")),
                java.nio.charset.StandardCharsets.UTF_8));
  }
}
