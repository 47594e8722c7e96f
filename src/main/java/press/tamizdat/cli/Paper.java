package press.tamizdat.cli;

import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.Steps;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.platform.http.Limits;
import press.tamizdat.platform.http.Transport;
import press.tamizdat.site.Site;
import press.tamizdat.site.forms.FormDoor;

/**
 * What several commands do alike: publish with progress, open the site's doors, keep the newest
 * edition fresh.
 */
final class Paper {
  private static final System.Logger LOG = System.getLogger("press.tamizdat");

  private Paper() {}

  /** Publishes, and says what came of it. */
  static void publish(PublishEdition edition, boolean everything, Progress progress) {
    progress.begin(everything ? "Rendering everything" : "Rendering what changed");
    switch (edition.publish(everything)) {
      case PublishEdition.Outcome.Busy() ->
          throw new Refused(
              "somebody else is publishing into this folder; try again when they are done");
      case PublishEdition.Outcome.Unchanged(var head) ->
          progress.say(
              "Edition " + head.number() + " stands: nothing that readers see has changed.");
      case PublishEdition.Outcome.Published p -> {
        progress.say(
            "Edition %,d is out: %,d files, %,d of them new or changed, %,d taken out."
                .formatted(p.head().number(), p.files(), p.changed(), p.removed()));
        progress.say(steps(p.steps()));
      }
    }
  }

  private static String steps(Steps steps) {
    StringBuilder text = new StringBuilder("Steps, in ms of all threads:");
    for (Steps.Step step : Steps.Step.values()) {
      text.append(' ')
          .append(step.name().toLowerCase(java.util.Locale.ROOT))
          .append(' ')
          .append(steps.millis(step));
    }
    return text.toString();
  }

  /** Makes the smallest variants of what is new. */
  static void compress(PublishEdition edition, Progress progress) {
    edition.addBrotli((done, all) -> progress.count("Compressing", done, all));
    progress.end();
  }

  /** Opens the doors; refuses if there is nothing to serve. */
  static Site open(DataFolder data, Settings settings) {
    Config config =
        new Config(
            settings.listen().stream().map(l -> new Door(l.address(), l.curtain())).toList(),
            java.util.Set.copyOf(settings.curtainHosts()),
            Limits.USUAL,
            Math.min(4, Runtime.getRuntime().availableProcessors()),
            settings.cacheBytes(),
            Transport.best(),
            settings.forms().behindProxy());
    FormDoor door =
        new FormDoor(data.dropbox(), names(settings), Clock.systemUTC(), new SecureRandom());
    try {
      Optional<Site> site =
          Site.start(data.editions(), Optional.of(door), config, data.counts(), Clock.systemUTC());
      return site.orElseThrow(
          () ->
              new Refused(
                  "there is no edition in " + data.editions().path() + " yet: publish one first"));
    } catch (java.io.UncheckedIOException e) {
      throw new Refused(
          "a port cannot be opened ("
              + e.getMessage()
              + "); is another one running? The ports are set in "
              + data.settingsFile());
    }
  }

  /** By which those who collect may call this site. */
  private static Set<String> names(Settings settings) {
    Set<String> names = new HashSet<>(settings.forms().names());
    names.add(settings.publication().address().getRawAuthority().toLowerCase(Locale.ROOT));
    return names;
  }

  /** Says where the site can be read. */
  static void addresses(Site site, Settings settings) {
    for (int i = 0; i < site.ports().size(); i++) {
      Settings.Listen listen = settings.listen().get(i);
      System.out.printf(
          "  %s%s%n",
          address(listen.address().getHostString(), site.ports().get(i)),
          listen.curtain() ? "   (curtain mode: one answer a connection)" : "");
    }
  }

  /**
   * Where a program on this machine can ask the site; doors without curtain mode come first, since
   * they answer more than once a connection.
   */
  static List<URI> doors(Site site, Settings settings) {
    record Opened(boolean curtain, URI address) {}
    return IntStream.range(0, site.ports().size())
        .mapToObj(
            i -> {
              Settings.Listen listen = settings.listen().get(i);
              InetAddress host = listen.address().getAddress();
              return new Opened(
                  listen.curtain(),
                  URI.create(
                      address(
                          host.isAnyLocalAddress() ? "127.0.0.1" : listen.address().getHostString(),
                          site.ports().get(i))));
            })
        .sorted(Comparator.comparing(Opened::curtain))
        .map(Opened::address)
        .toList();
  }

  private static String address(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }

  /** Renews the timestamp well before it expires, for as long as this process runs. */
  static ScheduledExecutorService keepFresh(PublishEdition edition, Duration lifetime) {
    long every = lifetime.toMinutes() / 4;
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("freshness").factory());
    var _ =
        clock.scheduleAtFixedRate(
            () -> {
              try {
                edition.keepFresh();
              } catch (RuntimeException e) {
                LOG.log(
                    System.Logger.Level.ERROR, "the edition's freshness could not be renewed", e);
              }
            },
            every,
            every,
            TimeUnit.MINUTES);
    return clock;
  }

  /** Waits until the process is told to end. */
  static void untilStopped() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
