package press.tamizdat.support.till;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import java.nio.charset.StandardCharsets;
import press.tamizdat.support.till.Till.Failure;

/** Asks by Stripe's library; what goes wrong is a value. */
final class StripeCalls {
  private StripeCalls() {}

  interface Call {
    StripeObject run() throws StripeException;
  }

  /** The library's own objects are left aside: they are of one version of the API. */
  static Asked ask(Call call) {
    try {
      StripeObject object = call.run();
      String body = object.getLastResponse() == null ? "" : object.getLastResponse().body();
      return Document.read(body.getBytes(StandardCharsets.UTF_8))
          .<Asked>map(Asked.Got::new)
          .orElseGet(() -> new Asked.Not(new Failure(Failure.Kind.NONSENSE, "no object")));
    } catch (ApiConnectionException e) {
      return new Asked.Not(new Failure(Failure.Kind.DOWN, String.valueOf(e.getMessage())));
    } catch (StripeException e) {
      return new Asked.Not(failure(e));
    } catch (com.google.gson.JsonParseException e) {
      return new Asked.Not(new Failure(Failure.Kind.NONSENSE, "no object that the library knows"));
    }
  }

  private static Failure failure(StripeException e) {
    int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
    String detail = "HTTP " + status + (e.getCode() == null ? "" : " " + e.getCode());
    if (status == 429 || status == 408 || status >= 500) {
      return new Failure(Failure.Kind.DOWN, detail);
    }
    return new Failure(status / 100 == 4 ? Failure.Kind.DECLINED : Failure.Kind.NONSENSE, detail);
  }

  /** So that the same asked twice is one. */
  static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }
}
