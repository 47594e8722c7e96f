package press.tamizdat.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.keys.SigningPair;

/**
 * Writes {@code vectors/tuf/} anew, with the keys that are there. Run it when the format changes:
 *
 * <pre>java -cp 'target/test-classes:target/classes:target/lib/*' \
 *   press.tamizdat.trust.tuf.WriteVectors vectors/tuf</pre>
 */
final class WriteVectors {
  private static final SecretAccess TEST = new SecretAccess("write test vectors");
  private static final String NOW = "2026-11-22T12:30:00Z";
  private static final String NOTHING_SEEN = "1.root.json\t0\t0\t0";

  private final Path folder;
  private final Press press;
  private final SigningPair stranger;
  private final List<String> expected = new ArrayList<>();

  private WriteVectors(Path folder) throws IOException {
    this.folder = folder;
    SigningPair first = keys("root-1");
    stranger = keys("stranger");
    press = new Press(List.of(first), 1, keys("edition"), keys("freshness"), Press.START);
    press.holders = List.of(first, keys("root-2"), keys("root-3"));
    press.needed = 2;
    press.rotate(press.holders.subList(0, 2));
    press.publish();
  }

  public static void main(String[] arguments) throws IOException {
    new WriteVectors(Path.of(arguments[0])).write();
  }

  private void write() throws IOException {
    expected.add("folder\tnow\troot\ttimestamp\tsnapshot\ttargets\toutcome\tfile");
    press.writeTo(folder.resolve("good"));
    good();
    timestamps();
    editions();
    roots();
    Files.writeString(folder.resolve("expected.tsv"), String.join("\n", expected) + "\n");
  }

  private void good() {
    expect("good", NOW, NOTHING_SEEN, "accepted", "");
    expect("good", NOW, "1.root.json\t2\t2\t2", "accepted", "");
    expect("good", NOW, "2.root.json\t0\t0\t0", "accepted", "");
    expect("good", "2026-11-23T11:59:59Z", NOTHING_SEEN, "accepted", "");
    expect("good", "2026-11-23T12:00:00Z", NOTHING_SEEN, "trust.expired", "timestamp.json");
    expect("good", "2027-11-22T12:00:00Z", NOTHING_SEEN, "trust.expired", "2.root.json");
    expect("good", NOW, "1.root.json\t3\t2\t2", "trust.rollback", "timestamp.json");
    expect("good", NOW, "1.root.json\t1\t3\t2", "trust.rollback", "timestamp.json");
    expect("good", NOW, "1.root.json\t1\t1\t3", "trust.rollback", "2.snapshot.json");
  }

  private void timestamps() throws IOException {
    String good = text("timestamp.json");
    String one = "\\{\"keyid\":\"[0-9a-f]+\",\"sig\":\"[0-9a-f]+\"}";
    timestamp("one-signature", good.replaceFirst(one + ",", ""), "accepted");
    timestamp("other-signature", good.replaceFirst("," + one, ""), "accepted");
    timestamp("no-signature", good.replaceFirst(one + "," + one, ""), "trust.too-few-signatures");
    timestamp(
        "same-signature-twice",
        good.replaceFirst("(" + one + ")," + one, "$1,$1"),
        "trust.malformed");
    timestamp(
        "changed-timestamp",
        good.replace("\"version\":2}}", "\"version\":3}}"),
        "trust.bad-signature");
    timestamp("one-bad-signature", oneBadSignature(good), "trust.bad-signature");
    timestamp("capital-hex", capitalHex(good), "trust.malformed");
    timestamp("cut-short", good.substring(0, good.length() - 1), "trust.malformed");
    timestamp("something-after-the-end", good + "\n{}", "trust.malformed");
    timestamp(
        "name-twice",
        good.replaceFirst("\"version\"", "\"version\":1,\"version\""),
        "trust.malformed");
    timestamp("fraction", good.replaceAll("\"version\":2", "\"version\":2.0"), "trust.malformed");
    timestamp("block-page", "<!doctype html><title>Blocked</title>", "trust.malformed");
    timestamp("empty-object", "{}", "trust.malformed");
    timestamp("timestamp-is-a-snapshot", text("2.snapshot.json"), "trust.wrong-role");
    timestamp("specification-2", good.replace("1.0.31", "2.0.0"), "trust.unknown-specification");
    timestamp("no-timestamp", "", "trust.missing");
    timestamp("stranger", signed(newTimestamp().toJson(), stranger), "trust.wrong-key");
    timestamp(
        "edition-key-signs-timestamp",
        signed(newTimestamp().toJson(), press.edition),
        "trust.wrong-key");
    Map<String, Object> more = new HashMap<>(newTimestamp().toJson());
    more.put("x-note", "a field \"of\" another \\ team");
    timestamp("unknown-field", signed(more, press.freshness), "accepted");
    Map<String, Object> local = new HashMap<>(newTimestamp().toJson());
    local.put("expires", "2026-11-30T12:00:00+00:00");
    timestamp("expires-with-offset", signed(local, press.freshness), "trust.malformed");
  }

  private Timestamp newTimestamp() {
    return new Timestamp(
        9, Press.START.plus(Duration.ofDays(1)), FileMeta.of(2, press.newest.snapshot()));
  }

  private void editions() throws IOException {
    mixed("mixed-snapshot", "2.snapshot.json", "1.snapshot.json");
    mixed("mixed-targets", "2.targets.json", "1.targets.json");
    overlay(
        "changed-snapshot",
        "2.snapshot.json",
        text("2.snapshot.json").replace("2026-12", "2027-12"),
        "trust.changed");
    overlay(
        "changed-targets",
        "2.targets.json",
        text("2.targets.json").replace("\"ru\"", "\"fa\""),
        "trust.changed");
    overlay("longer-targets", "2.targets.json", text("2.targets.json") + " ", "trust.wrong-length");
    overlay("no-targets", "2.targets.json", "", "trust.missing");
    overlay("no-snapshot", "2.snapshot.json", "", "trust.missing");
    SigningPair edition = press.edition;
    Signer.Edition newest = press.newest;
    press.edition = stranger;
    Signer.Edition foreign = press.signer().edition(2, Map.of(), stranger, press.freshness);
    press.edition = edition;
    Map<String, String> files = new HashMap<>();
    files.put("2.targets.json", new String(foreign.targets().bytes(), UTF_8));
    files.put("2.snapshot.json", new String(foreign.snapshot().bytes(), UTF_8));
    files.put(
        "timestamp.json",
        new String(press.signer().timestamp(9, foreign, press.freshness).bytes(), UTF_8));
    overlay("stranger-signs-targets", files, "trust.wrong-key", "2.targets.json");
    Signer.Edition misnumbered = new Signer.Edition(3, newest.targets(), newest.snapshot());
    files.clear();
    files.put("3.snapshot.json", text("2.snapshot.json"));
    files.put(
        "timestamp.json",
        new String(press.signer().timestamp(9, misnumbered, press.freshness).bytes(), UTF_8));
    overlay("misnumbered-snapshot", files, "trust.wrong-version", "3.snapshot.json");
  }

  /** A P-256 signature has 70 to 72 bytes, so the length may differ and may not. */
  private void mixed(String name, String file, String older) throws IOException {
    boolean alike = text(file).length() == text(older).length();
    overlay(name, file, text(older), alike ? "trust.changed" : "trust.wrong-length");
  }

  private void roots() throws IOException {
    List<SigningPair> holders = press.holders;
    Root second = RootCeremony.read(press.roots.get(1));
    root(
        "root-without-the-old-holder",
        RootCeremony.signed(second, holders.subList(1, 3)),
        "trust.too-few-signatures");
    root(
        "root-with-one-of-two",
        RootCeremony.signed(second, holders.subList(0, 1)),
        "trust.too-few-signatures");
    root(
        "root-with-a-stranger",
        RootCeremony.signed(second, List.of(holders.get(0), holders.get(1), stranger)),
        "trust.wrong-key");
    Root third = new Root(3, second.expires(), second.keys(), second.roles());
    root("root-skips-one", RootCeremony.signed(third, holders), "trust.wrong-version");
    String text = text("2.root.json");
    root("root-changed", text.replace("\"threshold\":4", "\"threshold\":2"), "trust.bad-signature");
    root("root-threshold-0", text.replace("\"threshold\":4", "\"threshold\":0"), "trust.malformed");
    root("root-key-under-another-id", swapKeyIds(text), "trust.malformed");
    root(
        "root-inconsistent",
        text.replace("\"consistent_snapshot\":true", "\"consistent_snapshot\":false"),
        "trust.malformed");
  }

  /** The same key material under an id that is not its digest. */
  private static String swapKeyIds(String root) {
    int at = root.indexOf("\"keys\":{\"") + "\"keys\":{\"".length();
    String id = root.substring(at, at + 64);
    return root.replace(id, "0".repeat(64));
  }

  private static String oneBadSignature(String file) {
    int at = file.indexOf("\"sig\":\"") + 17;
    char other = file.charAt(at) == '0' ? '1' : '0';
    return file.substring(0, at) + other + file.substring(at + 1);
  }

  private static String capitalHex(String file) {
    int from = file.indexOf("\"sig\":\"") + 7;
    int to = file.indexOf('"', from);
    return file.substring(0, from)
        + file.substring(from, to).toUpperCase(Locale.ROOT)
        + file.substring(to);
  }

  private String signed(Map<String, Object> metadata, SigningPair keys) {
    Envelope envelope = new Envelope("timestamp.json", metadata, Map.of());
    return new String(envelope.signedBy(keys).toFile().bytes(), UTF_8);
  }

  private void timestamp(String name, String content, String outcome) throws IOException {
    overlay(name, "timestamp.json", content, outcome);
  }

  private void root(String name, SignedFile file, String outcome) throws IOException {
    root(name, new String(file.bytes(), UTF_8), outcome);
  }

  private void root(String name, String content, String outcome) throws IOException {
    overlay(name, "2.root.json", content, outcome);
  }

  private void overlay(String name, String file, String content, String outcome)
      throws IOException {
    overlay(name, Map.of(file, content), outcome, outcome.equals("accepted") ? "" : file);
  }

  private void overlay(String name, Map<String, String> files, String outcome, String wrong)
      throws IOException {
    Path into = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(into.resolve(file.getKey()), file.getValue());
    }
    expect(name, NOW, NOTHING_SEEN, outcome, wrong);
  }

  private void expect(String name, String now, String seen, String outcome, String file) {
    expected.add(String.join("\t", name, now, seen, outcome, file));
  }

  private String text(String name) {
    return new String(press.source().fetch(name, Long.MAX_VALUE).orElseThrow(), UTF_8);
  }

  /** A key from {@code keys/}, made when it is not there yet. */
  private SigningPair keys(String name) throws IOException {
    Path file = folder.resolve("keys").resolve(name + ".pem");
    if (!Files.exists(file)) {
      Files.createDirectories(folder.resolve("keys"));
      Files.write(file, Press.pair().toPem(TEST).reveal(TEST));
    }
    return SigningPair.parse(Secret.of(Files.readAllBytes(file)), TEST).orElseThrow();
  }
}
