package press.tamizdat.platform.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void whatIsThereIsFound() throws IOException {
    try (NameServer server = new NameServer()) {
      server
          .txt("paper.example", "v=spf1 ip4:192.0.2.1 ", "-all")
          .txt("key.example", "v=DKIM1; k=rsa; p=AAAA", "BBBB")
          .txt("quoted.example", "say \"a\\b\"")
          .mx("paper.example", "mail.paper.example")
          .a("paper.example", "192.0.2.1")
          .a("paper.example", "2001:db8::1")
          .ptr("192.0.2.1", "Paper.example")
          .ptr("2001:db8::1", "six.paper.example");
      Names names = server.names();

      assertThat(names.txt("paper.example").texts()).containsExactly("v=spf1 ip4:192.0.2.1 -all");
      assertThat(names.txt("key.example").texts()).containsExactly("v=DKIM1; k=rsa; p=AAAABBBB");
      assertThat(names.txt("quoted.example").texts()).containsExactly("say \"a\\b\"");
      assertThat(names.mx("paper.example").texts()).containsExactly("10 mail.paper.example.");
      assertThat(names.addresses("paper.example").texts())
          .containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:1");
      assertThat(names.reverse(InetAddress.getByName("192.0.2.1")))
          .isEqualTo(new Records.Found(List.of("paper.example")));
      assertThat(names.reverse(InetAddress.getByName("2001:db8::1")).texts())
          .containsExactly("six.paper.example");
    }
  }

  @Test
  void whatIsNotThereIsNotTakenForTrouble() throws IOException {
    try (NameServer server = new NameServer()) {
      server.mx("paper.example", "mail.paper.example");

      assertThat(server.names().txt("paper.example")).isEqualTo(new Records.None());
      assertThat(server.names().txt("nobody.example")).isEqualTo(new Records.None());
      server.fail();
      assertThat(server.names().txt("paper.example")).isInstanceOf(Records.Unknown.class);
    }
  }
}
