package press.tamizdat.trust.tuf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.trust.keys.SigningPair;

/**
 * A newsroom that publishes editions into a map of files; its keys and its clock can be changed.
 */
final class Press {
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  final Map<String, byte[]> files = new TreeMap<>();
  final List<SignedFile> roots = new ArrayList<>();
  List<SigningPair> holders;
  int needed;
  SigningPair edition;
  SigningPair freshness;
  Instant now;
  Signer.Edition newest;
  private long timestamps;

  Press(
      List<SigningPair> holders,
      int needed,
      SigningPair edition,
      SigningPair freshness,
      Instant now) {
    this.holders = holders;
    this.needed = needed;
    this.edition = edition;
    this.freshness = freshness;
    this.now = now;
    rotate(holders);
    this.newest = freeze(1);
    renew();
  }

  /** One root holder, root 1, edition 1, timestamp 1. */
  static Press open() {
    return new Press(List.of(pair()), 1, pair(), pair(), START);
  }

  static SigningPair pair() {
    return SigningPair.generate(new SecureRandom());
  }

  Root nextRoot() {
    return Root.of(
        roots.size() + 1L,
        now.plus(Lifetimes.USUAL.root()),
        holders.stream().map(SigningPair::verifying).toList(),
        needed,
        edition.verifying(),
        freshness.verifying());
  }

  void rotate(List<SigningPair> signers) {
    SignedFile root = RootCeremony.signed(nextRoot(), signers);
    roots.add(root);
    put(root);
  }

  static byte[] catalogue(long number) {
    return ("the catalogue of edition " + number).getBytes(StandardCharsets.UTF_8);
  }

  Signer.Edition freeze(long number) {
    Map<String, Object> custom = new TreeMap<>();
    custom.put("edition", number);
    custom.put("time", now.toString());
    custom.put("languages", List.of("en", "ru"));
    if (number > 1) {
      custom.put("previous", newest.targets().sha256().hex());
    }
    Target catalogue = Target.of(catalogue(number), custom);
    Signer.Edition frozen =
        signer().edition(number, Map.of("catalogue", catalogue), edition, freshness);
    put(frozen.targets());
    put(frozen.snapshot());
    files.put(catalogue.fileName("catalogue"), catalogue(number));
    return frozen;
  }

  void renew() {
    timestamps++;
    SignedFile timestamp = signer().timestamp(timestamps, newest, freshness);
    put(timestamp);
    put(Bundle.write(List.of(roots.getLast()), timestamp, newest));
  }

  void publish() {
    newest = freeze(newest.number() + 1);
    renew();
  }

  Signer signer() {
    return new Signer(Lifetimes.USUAL, clock());
  }

  void put(SignedFile file) {
    files.put(file.name(), file.bytes());
  }

  void wait(Duration duration) {
    now = now.plus(duration);
  }

  Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  Source source() {
    return (name, most) -> Optional.ofNullable(files.get(name));
  }

  Remembered firstRoot() {
    return Remembered.only(roots.getFirst());
  }

  Verdict look(Remembered remembered) {
    return Verification.verify(source(), remembered, clock());
  }

  Verdict look() {
    return look(firstRoot());
  }

  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
