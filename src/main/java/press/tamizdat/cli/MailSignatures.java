package press.tamizdat.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import press.tamizdat.platform.mail.check.MailIdentity;
import press.tamizdat.trust.dkim.DkimAlgorithm;
import press.tamizdat.trust.dkim.DkimKey;

/** What the DNS should say of the keys that sign mails. */
final class MailSignatures {
  private MailSignatures() {}

  /** Of the keys that are there: this looks, and makes none. */
  static List<MailIdentity.Signature> of(DataFolder data, MailSettings mail) {
    Path keys = data.keys().folder();
    return mail.dkim().stream()
        .flatMap(
            dkim ->
                Arrays.stream(DkimAlgorithm.values())
                    .filter(a -> Files.exists(keys.resolve("dkim-" + a.type() + ".pem")))
                    .map(a -> DkimKey.in(keys, dkim.selector(), a, new SecureRandom()))
                    .map(
                        key ->
                            new MailIdentity.Signature(
                                dkim.domain(),
                                key.selector(),
                                key.record(),
                                key.zoneLine(dkim.domain()))))
        .toList();
  }
}
