import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.crypto.KeyAgreement;
import press.tamizdat.article.published.Publication;
import press.tamizdat.letter.roll.Addressee;
import press.tamizdat.letter.roll.Audience;
import press.tamizdat.letter.roll.Choice;
import press.tamizdat.letter.roll.ImportOrder;
import press.tamizdat.letter.roll.ImportReport;
import press.tamizdat.letter.roll.Roll;
import press.tamizdat.letter.roll.RollCounts;
import press.tamizdat.letter.roll.RollImport;
import press.tamizdat.letter.roll.RollPages;
import press.tamizdat.letter.roll.SealedAddress;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.sealing.OpeningKey;

/** A roll of many rows: brought in, then what readers and the desk do with it, then opened. */
final class FullRoll {
  private static final Language EN = new Language("en");
  private static final Language RU = new Language("ru");
  private static final Language FA = new Language("fa");
  private static final String KEYS = "bench roll";

  private FullRoll() {}

  /**
   * @param args a folder; how many rows; how often each thing is measured
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Path folder = Path.of(args[0]);
    int rows = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    SecureRandom random = new SecureRandom();
    StringBuilder keys = new StringBuilder(KEYS).append(" rows=").append(rows);
    try (Database database = Database.open(folder.resolve("post.db"), "db/post");
        OpeningKey key = OpeningKey.generate(random)) {
      long from = System.nanoTime();
      bring(database, random, key, rows);
      double seconds = (System.nanoTime() - from) / 1e9;
      say("%-46s %12.1f s  %.0f rows a second", "brought in from CSV", seconds, rows / seconds);
      keys.append(String.format(Locale.ROOT, " import_s=%.1f", seconds));
      say(
          "%-46s %12.1f MB",
          "post.db", Files.size(folder.resolve("post.db")) / 1e6);

      Roll roll = new Roll(database, Clock.systemUTC(), random);
      RollCounts counts = new RollCounts(database);
      RollPages pages = new RollPages(database);
      List<String> ids = ids(database, rounds * 3);
      List<String> fresh = new ArrayList<>();
      Choice weekly = new Choice(Set.of("weekly"), EN);

      measure(keys, "sign_up", "sign up (sealing included)", rounds, i -> {
        byte[] sealed = SealedAddress.seal(address("new" + i), key.sealing());
        fresh.add(roll.signUp(Ids.next(random), sealed, weekly));
      });
      measure(keys, "confirm", "confirm", rounds, i -> must(roll.confirm(fresh.get(i))));
      measure(keys, "choose", "choose other letters", rounds, i ->
          must(roll.choose(ids.get(i), b -> new Choice(Set.of("weekly", "breaking"), RU))));
      measure(keys, "leave_one", "leave one letter", rounds, i ->
          must(roll.leave(ids.get(i), "breaking")));
      measure(keys, "leave", "leave, erased", rounds, i ->
          must(roll.leave(ids.get(rounds + i))));
      measure(keys, "count", "count by letter and language", rounds, i ->
          must(!counts.now().isEmpty()));
      measure(keys, "months", "count by month", rounds, i -> must(!counts.months().isEmpty()));
      measure(keys, "unconfirmed", "look for unconfirmed ones", rounds, i ->
          must(roll.forgetUnconfirmed() == 0));
      Random where = new Random(5);
      measure(keys, "list", "list page, anywhere", rounds, i ->
          must(!pages.page(RollPages.Filter.ALL, after(where), 50).rows().isEmpty()));
      measure(keys, "list_letter", "list page of a letter in a language", rounds, i ->
          must(!pages.page(filter("weekly", EN), after(where), 50).rows().isEmpty()));
      measure(keys, "list_rare", "list page of a rare letter or language", rounds, i -> {
        must(!pages.page(filter("weekly", FA), "", 50).rows().isEmpty());
        must(!pages.page(filter("rare", EN), "", 50).rows().isEmpty());
      });

      open(keys, database, key, rows);
    }
    peer(keys);
    System.out.println(keys);
  }

  private static void must(boolean done) {
    if (!done) {
      throw new IllegalStateException("not done");
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private static RollPages.Filter filter(String letter, Language language) {
    return new RollPages.Filter(Optional.of(letter), Optional.of(language), Optional.of(true));
  }

  private static String after(Random where) {
    return String.valueOf((char) ('b' + where.nextInt(20)));
  }

  private static MailAddress address(String local) {
    return MailAddress.parse(local + "@ferry.example").orElseThrow();
  }

  private static List<String> ids(Database database, int most) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT s.id FROM subscriber s JOIN subscription p ON p.subscriber = s.id"
                        + " WHERE s.language = 'en' AND p.letter = 'weekly' AND s.id > 'm' LIMIT ?")
                .bind(0, most)
                .mapTo(String.class)
                .list());
  }

  private static Publication publication() {
    Map<Language, String> name = Map.of(EN, "Ferry", RU, "Ferry", FA, "Ferry");
    return new Publication(
        name, Map.of(), URI.create("https://ferry.example"), ZoneId.of("UTC"),
        List.of(EN, RU, FA), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(),
        List.of(),
        List.of(
            new Publication.Letter("weekly", name, Map.of(), Map.of()),
            new Publication.Letter("breaking", name, Map.of(), Map.of()),
            new Publication.Letter("rare", name, Map.of(), Map.of())));
  }

  private static void bring(Database database, SecureRandom random, OpeningKey key, int rows) {
    RollImport bringing =
        new RollImport(
            database, Clock.systemUTC(), random, key.sealing(), key.sealing(),
            FullRoll::publication);
    ImportOrder order =
        new ImportOrder(Optional.of("made for a measurement"), "", new Choice(Set.of("weekly"), EN));
    ImportReport report =
        new ImportReport() {
          @Override
          public void passedOver(long line, Why why) {
            throw new IllegalStateException(line + " " + why);
          }

          @Override
          public void progress(long lines, long added) {
            if (lines % 100_000 == 0) {
              System.err.println(lines + " lines");
            }
          }
        };
    must(
        bringing.bring(new Lines(rows), rows, order, report, id -> {})
            instanceof RollImport.Outcome.Done);
  }

  /** One in three reads Russian, one in ten thousand Farsi; one in a thousand gets a rare letter. */
  private static final class Lines extends InputStream {
    private final int rows;
    private int row;
    private byte[] line = new byte[0];
    private int at;

    Lines(int rows) {
      this.rows = rows;
    }

    @Override
    public int read() {
      if (at == line.length) {
        if (row == rows) {
          return -1;
        }
        row++;
        String language = row % 10_000 == 1 ? "fa" : row % 3 == 0 ? "ru" : "en";
        String letters =
            row % 1000 == 7 ? "rare" : row % 5 == 0 ? "weekly breaking" : "weekly";
        line =
            ("reader.%d@mail%d.example,%s,%s\n".formatted(row, row % 97, language, letters))
                .getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      return line[at++];
    }
  }

  private static void measure(
      StringBuilder keys, String name, String what, int rounds, IntConsumer once) {
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long from = System.nanoTime();
      once.accept(i);
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(millis);
    double median = millis[rounds / 2];
    double most = millis[rounds * 99 / 100];
    say("%-46s %9.2f ms median %9.2f ms of 99 in 100", what, median, most);
    keys.append(String.format(Locale.ROOT, " %s_ms=%.2f %s_p99_ms=%.2f", name, median, name, most));
  }

  private static void open(StringBuilder keys, Database database, OpeningKey key, int rows) {
    Audience audience = new Audience(database);
    var cpu = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long before = cpu.getCurrentThreadCpuTime();
    int opened = 0;
    for (Language language : List.of(EN, RU, FA)) {
      String after = "";
      for (List<Addressee> page = audience.page("weekly", language, after, 1000);
          !page.isEmpty();
          page = audience.page("weekly", language, after, 1000)) {
        for (Addressee row : page) {
          must(SealedAddress.open(row.sealed(), key).isPresent());
          opened++;
        }
        after = page.getLast().id();
      }
    }
    double core = (cpu.getCurrentThreadCpuTime() - before) / 1e9;
    double seconds = (System.nanoTime() - wall) / 1e9;
    double million = core / opened * 1e6;
    say("%-46s %12d rows in %.1f s", "read and opened for a sending, one thread", opened, seconds);
    say("%-46s %12.1f s of one core", "  a million of them", million);
    keys.append(
        String.format(
            Locale.ROOT, " open_rows=%d open_s=%.1f open_core_s_per_million=%.1f", opened,
            seconds, million));
    must(opened > rows / 2);
  }

  /** What the JDK's own X25519 would take for the one multiplication of each row. */
  private static void peer(StringBuilder keys) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
    KeyPair ours = generator.generateKeyPair();
    KeyPair theirs = generator.generateKeyPair();
    var cpu = ManagementFactory.getThreadMXBean();
    int rounds = 6000;
    long from = 0;
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < rounds; i++) {
      if (i == rounds / 3) {
        from = cpu.getCurrentThreadCpuTime(); // the first third is to warm up
      }
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(ours.getPrivate());
      agreement.doPhase(theirs.getPublic(), true);
      sum = sum.add(new BigInteger(1, agreement.generateSecret()));
    }
    must(sum.signum() > 0);
    double million =
        (cpu.getCurrentThreadCpuTime() - from) / 1e9 / (rounds - rounds / 3) * 1e6;
    say(
        "%-46s %12.1f s of one core for the million multiplications alone",
        "  the JDK's own X25519", million);
    keys.append(String.format(Locale.ROOT, " jdk_x25519_core_s_per_million=%.1f", million));
  }
}
