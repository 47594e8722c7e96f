package press.tamizdat.trust.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;

/** RFC 7914, section 12: the function that we rely on is scrypt. */
class Scrypt7914Test {
  @Test
  void isScrypt() {
    assertThat(scrypt("password", "NaCl", 1024, 16))
        .isEqualTo(
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    assertThat(scrypt("pleaseletmein", "SodiumChloride", 16384, 1))
        .isEqualTo(
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
  }

  private static String scrypt(String password, String salt, int n, int p) {
    return HexFormat.of()
        .formatHex(
            SCrypt.generate(
                password.getBytes(StandardCharsets.US_ASCII),
                salt.getBytes(StandardCharsets.US_ASCII),
                n,
                8,
                p,
                64));
  }
}
