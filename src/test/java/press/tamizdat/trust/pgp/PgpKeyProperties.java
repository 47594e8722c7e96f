package press.tamizdat.trust.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PgpKeyProperties {
  @Property(tries = 300)
  void whateverIsPastedIsJudged(@ForAll @Size(max = 200) byte[] packets) {
    String armoured =
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"
            + Base64.getMimeEncoder().encodeToString(packets)
            + "\n-----END PGP PUBLIC KEY BLOCK-----\n";

    assertThat(PgpKey.read(armoured, Instant.EPOCH)).isInstanceOf(PgpKey.Reading.Unusable.class);
    assertThat(PgpKey.read(new String(packets, StandardCharsets.ISO_8859_1), Instant.EPOCH))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.UNREADABLE));
  }
}
