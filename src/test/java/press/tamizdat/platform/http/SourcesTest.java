package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private final Sources direct = new Sources(new SecureRandom(), false);
  private final Sources behindProxy = new Sources(new SecureRandom(), true);

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
  }

  @Test
  void aSourceIsTheSameForOneAddressAndSaysNothingOfIt() {
    String source = direct.of(at("192.0.2.7"), "", "");
    assertThat(source).matches("[0-9a-f]{24}").isEqualTo(direct.of(at("192.0.2.7"), "", ""));
    assertThat(source).isNotEqualTo(direct.of(at("192.0.2.8"), "", ""));
    assertThat(source).isNotEqualTo(behindProxy.of(at("192.0.2.7"), "", ""));
    assertThat(direct.of(at("2001:db8::1"), "", ""))
        .isEqualTo(direct.of(at("2001:db8::2:3"), "", ""))
        .isNotEqualTo(direct.of(at("2001:db8:0:1::1"), "", ""));
  }

  @Test
  void onlyAProxyOnThisMachineIsBelievedAndOnlyWhereThereIsOne() {
    assertThat(direct.of(at("127.0.0.1"), "192.0.2.7", "")).isEmpty();
    assertThat(direct.of(at("192.0.2.9"), "192.0.2.7", ""))
        .isEqualTo(direct.of(at("192.0.2.9"), "", ""));
    assertThat(behindProxy.of(at("192.0.2.9"), "192.0.2.7", ""))
        .isEqualTo(behindProxy.of(at("192.0.2.9"), "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.7 | ''
          6.6.6.6, 192.0.2.7 | ''
          192.0.2.7:1234 | ''
          '' | for=6.6.6.6, for=192.0.2.7;proto=https
          '' | For="192.0.2.7:80"
          """)
  void whatTheProxyAddedLastCounts(String forwardedFor, String forwarded) {
    assertThat(behindProxy.of(at("127.0.0.1"), forwardedFor, forwarded))
        .isEqualTo(behindProxy.of(at("192.0.2.7"), "", ""));
  }

  @ParameterizedTest
  @CsvSource({"unknown", "_hidden", "localhost", "::::", "1.2.3.4.5", "'192.0.2.7,'"})
  void whatIsNoAddressIsNoSource(String claimed) {
    assertThat(behindProxy.of(at("::1"), claimed, "")).isEmpty();
  }
}
