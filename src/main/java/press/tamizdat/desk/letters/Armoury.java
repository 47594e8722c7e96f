package press.tamizdat.desk.letters;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import press.tamizdat.trust.Secret;

/** Passphrases of issues that are armed and wait for their time. They end with the process. */
final class Armoury {
  /** What unattended letters are sent with. */
  private static final String UNATTENDED = "";

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  void put(String issue, Secret passphrase) {
    secrets.put(issue, passphrase);
  }

  Optional<Secret> of(String issue) {
    return Optional.ofNullable(secrets.get(issue));
  }

  void forget(String issue) {
    secrets.remove(issue);
  }

  void putUnattended(Secret passphrase) {
    secrets.put(UNATTENDED, passphrase);
  }

  Optional<Secret> unattended() {
    return of(UNATTENDED);
  }

  void forgetAll() {
    secrets.clear();
  }
}
