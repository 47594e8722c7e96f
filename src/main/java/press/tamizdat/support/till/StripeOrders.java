package press.tamizdat.support.till;

import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.Locale;
import java.util.Set;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

/** What Stripe is asked to collect, in the words of its library. */
final class StripeOrders {
  /** Of the session that the supporter is sent to. */
  private static final Set<String> LOCALES =
      Set.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "ja",
          "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th",
          "tr", "vi", "zh");

  private StripeOrders() {}

  /** A page to pay at. */
  static SessionCreateParams session(Order order, long amount) {
    SessionCreateParams.LineItem.PriceData.Builder price =
        SessionCreateParams.LineItem.PriceData.builder()
            .setCurrency(order.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .setUnitAmount(amount)
            .setProductData(
                SessionCreateParams.LineItem.PriceData.ProductData.builder()
                    .setName(order.name())
                    .build());
    SessionCreateParams.Builder params =
        SessionCreateParams.builder()
            .setSuccessUrl(order.back().toString())
            .setCancelUrl(order.away().toString())
            .setClientReferenceId(order.pledge())
            .putMetadata("pledge", order.pledge())
            .setLocale(locale(order));
    if (order.frequency().recurs()) {
      price.setRecurring(
          SessionCreateParams.LineItem.PriceData.Recurring.builder()
              .setInterval(
                  order.frequency() == Frequency.MONTHLY
                      ? SessionCreateParams.LineItem.PriceData.Recurring.Interval.MONTH
                      : SessionCreateParams.LineItem.PriceData.Recurring.Interval.YEAR)
              .build());
      params
          .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
          .setSubscriptionData(
              SessionCreateParams.SubscriptionData.builder()
                  .putMetadata("pledge", order.pledge())
                  .build());
    } else {
      params
          .setMode(SessionCreateParams.Mode.PAYMENT)
          .setSubmitType(SessionCreateParams.SubmitType.DONATE)
          .setPaymentIntentData(
              SessionCreateParams.PaymentIntentData.builder()
                  .putMetadata("pledge", order.pledge())
                  .build());
    }
    return params
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(price.build())
                .build())
        .build();
  }

  private static SessionCreateParams.Locale locale(Order order) {
    String language = order.language().locale().getLanguage();
    return LOCALES.contains(language)
        ? SessionCreateParams.Locale.valueOf(language.toUpperCase(Locale.ROOT))
        : SessionCreateParams.Locale.AUTO;
  }

  /**
   * Another amount from the next payment on.
   *
   * @param item of the subscription, as it is
   */
  static SubscriptionUpdateParams amount(Held held, Document item, Money amount, long minor) {
    return SubscriptionUpdateParams.builder()
        .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
        .addItem(
            SubscriptionUpdateParams.Item.builder()
                .setId(item.id("id"))
                .setPriceData(
                    SubscriptionUpdateParams.Item.PriceData.builder()
                        .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setProduct(item.id("price", "product"))
                        .setUnitAmount(minor)
                        .setRecurring(
                            SubscriptionUpdateParams.Item.PriceData.Recurring.builder()
                                .setInterval(
                                    held.frequency() == Frequency.ANNUAL
                                        ? SubscriptionUpdateParams.Item.PriceData.Recurring.Interval
                                            .YEAR
                                        : SubscriptionUpdateParams.Item.PriceData.Recurring.Interval
                                            .MONTH)
                                .build())
                        .build())
                .build())
        .build();
  }
}
