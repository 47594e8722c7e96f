package press.tamizdat.edition.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.MalformedJson;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Target;

/**
 * What an edition says of itself: the target {@code catalogue} of its targets metadata.
 *
 * @param number from 1
 * @param time when it was frozen
 * @param previous SHA-256 of the targets metadata of the edition before, as served; empty for the
 *     first
 * @param catalogue SHA-256 of the catalogue's root node
 * @param styles the inline style sheets of its pages, as a Content-Security-Policy names them:
 *     {@code sha256-} and base64
 */
public record Head(
    long number,
    Instant time,
    List<Language> languages,
    Optional<Sha256> previous,
    Sha256 catalogue,
    List<String> styles) {
  /** The target's name. */
  public static final String TARGET = "catalogue";

  /**
   * Reads it from the target.
   *
   * @throws MalformedJson if a field is missing or not what it should be
   */
  public static Head of(Target target) {
    Map<String, Object> custom = target.custom();
    return new Head(
        JsonValues.number(custom.get("edition")),
        time(JsonValues.string(custom.get("time"))),
        JsonValues.list(custom.get("languages")).stream()
            .map(JsonValues::string)
            .map(Language::new)
            .toList(),
        Optional.ofNullable(custom.get("previous")).map(JsonValues::string).flatMap(Sha256::parse),
        target.sha256(),
        JsonValues.list(custom.get("styles")).stream()
            .map(JsonValues::string)
            .map(Head::style)
            .toList());
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new MalformedJson("the edition's time is not a time: " + text);
    }
  }

  /** It goes into a header, so nothing else than a hash may stand in it. */
  private static String style(String hash) {
    if (!hash.matches("sha256-[A-Za-z0-9+/]{43}=")) {
      throw new MalformedJson("not the hash of a style sheet: " + hash);
    }
    return hash;
  }

  /** The fields beside the catalogue's hash, as the target's {@code custom} has them. */
  public Map<String, Object> custom() {
    Map<String, Object> custom = new java.util.TreeMap<>();
    custom.put("edition", number);
    custom.put("languages", languages.stream().map(Language::tag).toList());
    custom.put("styles", styles);
    custom.put("time", time.toString());
    previous.ifPresent(hash -> custom.put("previous", hash.hex()));
    return custom;
  }

  /**
   * Which edition a folder's metadata leads to, and its head. Signatures are not looked at: this is
   * for who wrote the folder or has verified it.
   *
   * @param timestamp version of the timestamp
   * @param targets SHA-256 of the edition's targets metadata
   */
  public record Current(long timestamp, Sha256 targets, Head head) {
    /** Follows timestamp, snapshot and targets; empty where no edition was published yet. */
    public static Optional<Current> of(EditionFolder folder) {
      return of(folder::metadata);
    }

    /** The same of metadata files from anywhere, by name. */
    static Optional<Current> of(Function<String, Optional<byte[]>> metadata) {
      Optional<byte[]> timestamp = metadata.apply("timestamp.json");
      if (timestamp.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Object> signed = signed(timestamp.get());
      byte[] snapshot = file(metadata, version(signed, "snapshot.json") + ".snapshot.json");
      byte[] targets = file(metadata, version(signed(snapshot), "targets.json") + ".targets.json");
      return Optional.of(
          new Current(
              JsonValues.number(signed.get("version")), Sha256.of(targets), Head.read(targets)));
    }

    private static byte[] file(Function<String, Optional<byte[]>> metadata, String name) {
      return metadata
          .apply(name)
          .orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }

    private static long version(Map<String, Object> signed, String file) {
      Map<String, Object> meta = JsonValues.object(signed.get("meta"));
      return JsonValues.number(JsonValues.object(meta.get(file)).get("version"));
    }
  }

  /** The head in a targets metadata file. */
  public static Head read(byte[] targets) {
    Map<String, Object> all = JsonValues.object(signed(targets).get("targets"));
    Map<String, Object> target = JsonValues.object(all.get(TARGET));
    Sha256 hash =
        Sha256.parse(JsonValues.string(JsonValues.object(target.get("hashes")).get("sha256")))
            .orElseThrow(() -> new MalformedJson("the catalogue's hash is not a SHA-256"));
    return of(
        new Target(
            JsonValues.number(target.get("length")),
            hash,
            JsonValues.object(target.get("custom"))));
  }

  private static Map<String, Object> signed(byte[] file) {
    return JsonValues.object(Json.readObject(file).get("signed"));
  }
}
