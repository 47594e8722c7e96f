package press.tamizdat.support.till;

import com.stripe.StripeClient;
import com.stripe.param.radar.ValueListCreateParams;
import com.stripe.param.radar.ValueListItemCreateParams;
import com.stripe.param.radar.ValueListItemListParams;
import com.stripe.param.radar.ValueListListParams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import press.tamizdat.support.till.Till.Failure;

/**
 * Countries whose cards Stripe refuses: a list of Radar's, kept as the settings say.
 *
 * <p>Checkout itself has no way to refuse a card by its country: only by its brand. To ask for the
 * country first, by an authorization or a card that is set up, the bank would be asked, and has its
 * record. Radar refuses before the bank is asked, by a rule that no API makes but the dashboard,
 * once: {@link #RULE}. This class keeps the list that the rule names.
 */
public final class StripeRefusals {
  static final String ALIAS = "tamizdat_refused_countries";

  /** To be pasted into Radar's rules, which needs Radar for Fraud Teams. */
  public static final String RULE = "Block if :card_country: in @" + ALIAS;

  private final StripeClient stripe;

  StripeRefusals(StripeClient stripe) {
    this.stripe = stripe;
  }

  Optional<Failure> refuse(List<String> countries) {
    return switch (list()) {
      case Asked.Not(Failure failure) -> Optional.of(failure);
      case Asked.Got(Document list) -> keep(list.id("id"), countries);
    };
  }

  private Asked list() {
    ValueListListParams which = ValueListListParams.builder().setAlias(ALIAS).build();
    Asked asked = StripeCalls.ask(() -> stripe.v1().radar().valueLists().list(which));
    if (asked instanceof Asked.Got(Document found) && !found.list("data").isEmpty()) {
      return new Asked.Got(found.list("data").getFirst());
    }
    if (asked instanceof Asked.Not) {
      return asked;
    }
    ValueListCreateParams params =
        ValueListCreateParams.builder()
            .setAlias(ALIAS)
            .setName("Countries whose cards are not taken")
            .setItemType(ValueListCreateParams.ItemType.COUNTRY)
            .build();
    return StripeCalls.ask(
        () -> stripe.v1().radar().valueLists().create(params, StripeCalls.once(ALIAS)));
  }

  private Optional<Failure> keep(String list, List<String> countries) {
    ValueListItemListParams all =
        ValueListItemListParams.builder().setValueList(list).setLimit(100L).build();
    Asked asked = StripeCalls.ask(() -> stripe.v1().radar().valueListItems().list(all));
    if (asked instanceof Asked.Not(Failure failure)) {
      return Optional.of(failure);
    }
    Set<String> missing = new TreeSet<>(countries);
    for (Document item : ((Asked.Got) asked).document().list("data")) {
      boolean stays = missing.remove(item.text("value"));
      if (!stays
          && StripeCalls.ask(() -> stripe.v1().radar().valueListItems().delete(item.id("id")))
              instanceof Asked.Not(Failure failure)) {
        return Optional.of(failure);
      }
    }
    for (String country : missing) {
      ValueListItemCreateParams item =
          ValueListItemCreateParams.builder().setValueList(list).setValue(country).build();
      if (StripeCalls.ask(() -> stripe.v1().radar().valueListItems().create(item))
          instanceof Asked.Not(Failure failure)) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
