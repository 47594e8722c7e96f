package press.tamizdat.trust.tuf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.tamizdat.platform.text.Json;

/**
 * All four roles in one file, {@code bundle.json}, because every further connection costs a blocked
 * reader: {@code {"root":[…],"timestamp":{…},"snapshot":{…},"targets":{…}}}.
 *
 * <p>Each value is a file's bytes, unchanged. The list of roots ends with the newest and may have
 * gaps before it: a reader who remembers an older root fetches those that are missing by name.
 */
public final class Bundle {
  public static final String NAME = "bundle.json";

  private static final Pattern ROOT_NAME = Pattern.compile("([0-9]{1,16})\\.root\\.json");

  private final Map<String, byte[]> files;
  private final long newestRoot;

  private Bundle(Map<String, byte[]> files, long newestRoot) {
    this.files = files;
    this.newestRoot = newestRoot;
  }

  /**
   * Writes a bundle.
   *
   * @param roots in ascending order, the newest at least
   */
  public static SignedFile write(
      List<SignedFile> roots, SignedFile timestamp, Signer.Edition edition) {
    String bundle =
        "{\"root\":["
            + roots.stream().map(Bundle::text).collect(Collectors.joining(","))
            + "],\"timestamp\":"
            + text(timestamp)
            + ",\"snapshot\":"
            + text(edition.snapshot())
            + ",\"targets\":"
            + text(edition.targets())
            + "}";
    return new SignedFile(NAME, bundle.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(SignedFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  /**
   * Takes a bundle apart, without believing anything in it.
   *
   * @throws Refusal when it is not a bundle
   */
  public static Bundle read(byte[] bytes) {
    Fields fields = Fields.of(NAME, bytes);
    Map<String, byte[]> files = new HashMap<>();
    long newest = 0;
    for (Fields root : fields.objects("root")) {
      newest = root.object("signed").version("version");
      files.put(Role.ROOT.fileName(newest), Json.write(root.object()));
    }
    Map<String, byte[]> others = new LinkedHashMap<>();
    for (Role role : List.of(Role.TIMESTAMP, Role.SNAPSHOT, Role.TARGETS)) {
      Fields file = fields.object(role.type());
      long version = file.object("signed").version("version");
      others.put(role.fileName(version), Json.write(file.object()));
    }
    files.putAll(others);
    return new Bundle(files, newest);
  }

  /**
   * The bundle as a source.
   *
   * @param rest where roots come from that are older than the newest and not in the bundle; nothing
   *     else is asked of it
   */
  public Source source(Source rest) {
    return (name, most) -> {
      byte[] bytes = files.get(name);
      if (bytes != null) {
        return Optional.of(bytes.clone());
      }
      return isOlderRoot(name) ? rest.fetch(name, most) : Optional.empty();
    };
  }

  private boolean isOlderRoot(String name) {
    Matcher root = ROOT_NAME.matcher(name);
    return root.matches() && Long.parseLong(root.group(1)) < newestRoot;
  }
}
