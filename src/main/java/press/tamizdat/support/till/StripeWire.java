package press.tamizdat.support.till;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries what Stripe's own library asks over our HTTP, with our time-outs, and without the headers
 * in which the library describes this machine.
 */
final class StripeWire extends HttpClient {
  private static final Set<String> NEEDED =
      Set.of(
          "authorization",
          "stripe-version",
          "idempotency-key",
          "accept-charset",
          "content-type",
          "stripe-account");

  private final Web web;

  StripeWire(Web web) {
    this.web = web;
  }

  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (NEEDED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", values));
              }
            });
    headers.put("User-Agent", "Stripe/v1 JavaBindings");
    byte[] body = new byte[0];
    if (request.content() != null) {
      headers.put("Content-Type", request.content().contentType());
      body = request.content().byteArrayContent();
    }
    String target = request.url().getFile();
    return switch (web.send(request.method().name(), target, headers, body)) {
      case Web.Reply.Answered(int status, byte[] answer, var fields) ->
          new StripeResponse(
              status, HttpHeaders.of(fields), new String(answer, StandardCharsets.UTF_8));
      case Web.Reply.Silent(String why) -> throw new ApiConnectionException(why);
    };
  }
}
