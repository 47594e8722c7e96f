package press.tamizdat.support.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A judge that finds nothing wrong would prove nothing. */
class JudgeTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String RIGHT = "success_url=https://a&cancel_url=https://b&mode=payment";

  private static List<String> session(Judge judge, String form) {
    byte[] body = form.getBytes(StandardCharsets.UTF_8);
    return judge.complaints("POST", "/v1/checkout/sessions", "", FORM, body);
  }

  @Test
  void whatStripesSpecificationDoesNotAllowIsNamed() {
    Judge stripe = Judge.of(ProvidersOwn.file("stripe/spec3-2022-04-12.json"));
    assertThat(session(stripe, RIGHT)).isEmpty();
    assertThat(session(stripe, RIGHT + "&donor=x")).singleElement().asString().contains("donor");
    assertThat(session(stripe, RIGHT + "&locale=fa")).singleElement().asString().contains("locale");
    assertThat(session(stripe, "mode=payment&success_url=a"))
        .singleElement()
        .asString()
        .contains("cancel_url");
    assertThat(session(stripe, RIGHT + "&line_items[0][quantity]=many")).isNotEmpty();
    assertThat(session(stripe, RIGHT + "&line_items[0][price_data][unit_amount]=5")).isNotEmpty();
    assertThat(
            session(
                stripe,
                RIGHT
                    + "&line_items[0][price_data][currency]=eur&line_items[0][price_data][tip]=5"))
        .isNotEmpty();
    assertThat(stripe.complaints("PATCH", "/v1/refunds", "", FORM, new byte[0])).isNotEmpty();
    assertThat(stripe.complaints("GET", "/v1/donors", "", FORM, new byte[0])).isNotEmpty();
    assertThat(stripe.complaints("GET", "/v1/events", "since=5", FORM, new byte[0])).isNotEmpty();
    assertThat(stripe.complaints("GET", "/v1/events", "limit=many", FORM, new byte[0]))
        .isNotEmpty();
  }

  @Test
  void whatGreenfieldDoesNotAllowIsNamed() {
    Judge btcpay =
        Judge.of(
            ProvidersOwn.file("btcpay/swagger.template.json"),
            ProvidersOwn.file("btcpay/swagger.template.invoices.json"));
    String path = "/api/v1/stores/S/invoices";
    for (String wrong :
        List.of(
            "{\"amount\":12.5}",
            "{\"amount\":\"a lot\"}",
            "{\"donor\":\"x\"}",
            "{\"checkout\":{\"redirectAutomatically\":\"yes\"}}",
            "{\"checkout\":{\"speedPolicy\":\"Reckless\"}}")) {
      byte[] body = wrong.getBytes(StandardCharsets.UTF_8);
      assertThat(btcpay.complaints("POST", path, "", "application/json", body))
          .as(wrong)
          .isNotEmpty();
    }
    byte[] right = "{\"amount\":\"12.50\",\"currency\":\"EUR\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(btcpay.complaints("POST", path, "", "application/json", right)).isEmpty();
    assertThat(btcpay.complaints("POST", path, "", "text/plain", right)).isNotEmpty();
  }
}
