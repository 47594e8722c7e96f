package press.tamizdat.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.age.PassphraseFile;

/**
 * What tills ask their providers with: for each till an age file under the house passphrase, in it
 * a JSON object of names and texts.
 */
final class TillKeys {
  private static final SecretAccess ACCESS = new SecretAccess("open a till");

  private final DataFolder data;
  private final Secret passphrase;

  /** Opening a file takes a second. */
  private final Map<Path, Secret> opened = new HashMap<>();

  TillKeys(DataFolder data, Secret passphrase) {
    this.data = data;
    this.passphrase = passphrase;
  }

  /** The file of a till. */
  static Path file(DataFolder data, TillSettings till) {
    return till.keyFile().isEmpty()
        ? data.path().resolve("keys").resolve("till-" + till.name() + ".age")
        : data.path().resolve(till.keyFile());
  }

  /** One of a till's keys. */
  Secret key(TillSettings till, String name) {
    Path file = file(data, till);
    return in(opened.computeIfAbsent(file, f -> open(till, f)), till, name, file);
  }

  private Secret open(TillSettings till, Path file) {
    byte[] sealed =
        Disk.read(file)
            .orElseThrow(
                () ->
                    new Refused(
                        "the keys of the till %s are missing: `tamizdat till-key --data %s %s` asks for them"
                            .formatted(till.name(), data.path(), till.name())));
    return switch (PassphraseFile.open(sealed, passphrase)) {
      case PassphraseFile.Opening.Opened(Secret content) -> content;
      case PassphraseFile.Opening.WrongPassphrase() ->
          throw new Refused("the passphrase does not open " + file);
      case PassphraseFile.Opening.NeedsMemory(long bytes) ->
          throw new Refused(file + " takes " + (bytes >> 20) + " MiB to open; raise -Xmx");
      case PassphraseFile.Opening.Unreadable(String why) ->
          throw new Refused(file + " cannot be used: " + why);
    };
  }

  private static Secret in(Secret content, TillSettings till, String name, Path file) {
    String text = new String(content.reveal(ACCESS), StandardCharsets.UTF_8);
    String key = JsonValues.string(JsonValues.object(text).get(name));
    if (key.isEmpty()) {
      throw new Refused(
          file
              + " has no "
              + name
              + " in it: `tamizdat till-key` writes it anew for "
              + till.name());
    }
    return Secret.of(key);
  }

  /** Seals the keys of a till. */
  static void write(
      DataFolder data, TillSettings till, Map<String, String> keys, Secret passphrase) {
    Secret content = Secret.of(Json.write(new LinkedHashMap<>(keys)));
    Disk.put(
        file(data, till), PassphraseFile.seal(content, passphrase, PassphraseFile.WORK_FACTOR));
  }
}
