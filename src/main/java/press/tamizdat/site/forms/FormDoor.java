package press.tamizdat.site.forms;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import press.tamizdat.platform.text.MalformedJson;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.collecting.Collectors;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.SealingKey;

/** Where readers hand in what they send. It outlives editions; each brings its own forms. */
public final class FormDoor {
  /** What is sealed is filled up to a multiple of this, so that its size tells less. */
  private static final int BLOCK = 512;

  final Dropbox dropbox;
  final Waiting waiting;
  final Guard guard;
  final Collectors collectors;
  final Set<String> names;
  final Clock clock;
  final SecureRandom random;

  /** How long somebody who waits for an answer is kept waiting before they get a page. */
  final Duration patience;

  /**
   * @param dropbox folder for what comes in; made when the first comes
   * @param names of this site, in lower case, with the port where it is not the usual one: by which
   *     those who collect over the network must call it. The machine itself is always known
   */
  public FormDoor(Path dropbox, Set<String> names, Clock clock, SecureRandom random) {
    this(
        new Dropbox(dropbox, Dropbox.MOST, Dropbox.MOST_BYTES),
        names,
        clock,
        random,
        Duration.ofSeconds(25));
  }

  FormDoor(
      Dropbox dropbox, Set<String> names, Clock clock, SecureRandom random, Duration patience) {
    this.dropbox = dropbox;
    this.waiting = new Waiting(dropbox, random, clock);
    this.guard = new Guard(random, clock);
    this.collectors = new Collectors(clock);
    this.names = Set.copyOf(names);
    this.clock = clock;
    this.random = random;
    this.patience = patience;
  }

  /**
   * The forms of an edition; empty if it has none.
   *
   * @param find a file of the edition by its path
   * @param headers of every page that answers
   * @throws MalformedJson if its {@code forms.json} is not what the format says
   */
  public Optional<OpenForms> open(
      Function<String, Optional<byte[]>> find, Map<String, String> headers) {
    return find.apply(FormsFile.PATH)
        .map(
            json -> {
              FormsFile file = FormsFile.read(json);
              SealingKey key =
                  SealingKey.parse(file.dropbox())
                      .orElseThrow(() -> new MalformedJson("its dropbox is no recipient"));
              return new OpenForms(this, file, key, find, headers);
            });
  }

  /** Seals an envelope and puts it in; false if there is no room. */
  boolean put(Envelope envelope, SealingKey key) {
    byte[] json = envelope.toJson();
    byte[] block = Arrays.copyOf(json, Math.ceilDiv(json.length, BLOCK) * BLOCK);
    Arrays.fill(block, json.length, block.length, (byte) ' ');
    return dropbox.put(envelope.id(), key.seal(block));
  }

  String nextId() {
    return Ids.next(random);
  }
}
