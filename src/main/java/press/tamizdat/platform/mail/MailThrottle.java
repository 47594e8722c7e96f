package press.tamizdat.platform.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Holds back mail that strangers can have sent to others: at most one to a mailbox in 24 hours, and
 * so many to a domain and in all.
 *
 * <p>It remembers in memory only, and only HMACs under a key that it made for itself and that dies
 * with it: who takes the memory's record without the key learns nothing, and nothing is left of it
 * after a restart.
 */
public final class MailThrottle {
  private static final int HOURS = 24;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Where very many people have their mailboxes. */
  private static final Set<String> LARGE =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "ymail.com",
          "yahoo.co.uk",
          "yahoo.fr",
          "yahoo.de",
          "icloud.com",
          "me.com",
          "mac.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "pm.me",
          "gmx.de",
          "gmx.net",
          "gmx.com",
          "web.de",
          "t-online.de",
          "freenet.de",
          "mail.ru",
          "bk.ru",
          "list.ru",
          "inbox.ru",
          "yandex.ru",
          "yandex.com",
          "ya.ru",
          "rambler.ru",
          "ukr.net",
          "i.ua",
          "orange.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "seznam.cz",
          "wp.pl",
          "o2.pl",
          "interia.pl",
          "onet.pl",
          "qq.com",
          "163.com",
          "126.com",
          "naver.com",
          "chmail.ir",
          "fastmail.com",
          "tutanota.com",
          "tuta.com",
          "posteo.de",
          "mailbox.org",
          "riseup.net");

  /** Of mails within an hour and within a day. */
  public record Limit(int anHour, int aDay) {}

  /**
   * The limits.
   *
   * @param domain of a domain that is not known to be large
   * @param largeDomain of one that is
   * @param all of everything
   */
  public record Limits(Limit domain, Limit largeDomain, Limit all) {
    public static final Limits USUAL =
        new Limits(new Limit(20, 60), new Limit(2_000, 20_000), new Limit(5_000, 50_000));
  }

  /** Whether a mail may go. */
  public enum Verdict {
    /** It may, and is counted. */
    MAY,
    /** This mailbox had one within 24 hours. */
    HAD_ONE,
    /** The domain, or everybody together, had enough for now. */
    FULL
  }

  private final Clock clock;
  private final Limits limits;
  private final SecretKeySpec key;
  private final Map<Key, Long> mailboxes = new HashMap<>();
  private final Map<Key, Hours> domains = new HashMap<>();
  private final Hours all = new Hours();
  private long tidied;

  private record Key(long high, long low) {}

  public MailThrottle(Clock clock, RandomGenerator random, Limits limits) {
    this.clock = clock;
    this.limits = limits;
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Asks for one mail to this address. */
  public synchronized Verdict ask(MailAddress to) {
    long now = clock.millis();
    tidy(now);
    Key mailbox = key(to.bare());
    Long before = mailboxes.get(mailbox);
    if (before != null && now - before < HOURS * HOUR) {
      return Verdict.HAD_ONE;
    }
    Hours domain = domains.computeIfAbsent(key(to.domain()), _ -> new Hours());
    Limit limit = LARGE.contains(to.domain()) ? limits.largeDomain() : limits.domain();
    if (!domain.hasRoom(limit, now) || !all.hasRoom(limits.all(), now)) {
      return Verdict.FULL;
    }
    mailboxes.put(mailbox, now);
    domain.add(now, 1);
    all.add(now, 1);
    return Verdict.MAY;
  }

  /** Says that a mail which might have gone did not. */
  public synchronized void takeBack(MailAddress to) {
    long now = clock.millis();
    if (mailboxes.remove(key(to.bare())) != null) {
      domains.computeIfAbsent(key(to.domain()), _ -> new Hours()).add(now, -1);
      all.add(now, -1);
    }
  }

  private void tidy(long now) {
    if (now - tidied >= HOUR) {
      tidied = now;
      mailboxes.values().removeIf(at -> now - at >= HOURS * HOUR);
      domains.values().removeIf(hours -> hours.day(now) == 0);
    }
  }

  private Key key(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return new Key(hash.getLong(), hash.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /** Counts of the last 24 hours, hour by hour. */
  private static final class Hours {
    private final int[] counts = new int[HOURS];
    private long newest;

    boolean hasRoom(Limit limit, long now) {
      turn(now);
      return counts[index()] < limit.anHour() && day(now) < limit.aDay();
    }

    void add(long now, int change) {
      turn(now);
      counts[index()] = Math.max(0, counts[index()] + change);
    }

    int day(long now) {
      turn(now);
      return Arrays.stream(counts).sum();
    }

    private int index() {
      return (int) (newest % HOURS);
    }

    private void turn(long now) {
      long hour = now / HOUR;
      for (long h = Math.max(newest + 1, hour - HOURS + 1); h <= hour; h++) {
        counts[(int) (h % HOURS)] = 0;
      }
      newest = Math.max(newest, hour);
    }
  }
}
