package press.tamizdat.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.support.till.TillSettings;

/**
 * A table {@code [[till]]}: what the operator says of it. What readers are told of it is set with
 * the publication, under the same name.
 */
record TillTable(
    String name,
    TillSettings.Kind kind,
    Optional<URI> address,
    Duration patience,
    Map<String, String> options) {
  private static final List<String> OPTIONS =
      List.of("client", "webhook", "store", "offering", "beneficiary", "iban", "bic");

  static List<TillTable> read(Section root) {
    List<TillTable> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section s : root.sections("till")) {
      String name = s.text("name");
      if (!Slugs.isSlug(name) || !names.add(name)) {
        s.fault("name", "must be a name of its own, such as \"card\"");
      }
      Optional<TillSettings.Kind> kind = s.parsed("kind", TillTable::kind);
      if (kind.filter(TillSettings.Kind.PRACTICE::equals).isPresent()
          && !name.equals(PracticeTill.NAME)) {
        s.fault("name", "of the practice till is \"" + PracticeTill.NAME + "\"");
      }
      Map<String, String> options = new HashMap<>();
      OPTIONS.forEach(o -> s.optionalText(o).ifPresent(text -> options.put(o, text)));
      Duration patience =
          Duration.ofSeconds(
              s.number("patience_seconds", TillSettings.PATIENCE.toSeconds(), 1, 60));
      found.add(
          new TillTable(
              name,
              kind.orElse(TillSettings.Kind.PRACTICE),
              s.parsed("address", URI::create),
              patience,
              options));
      s.refuseOthers();
    }
    if (found.size() > 1 && found.stream().anyMatch(t -> t.kind() == TillSettings.Kind.PRACTICE)) {
      root.fault("till", "of kind practice takes no money: it cannot be open beside a real one");
    }
    return List.copyOf(found);
  }

  private static TillSettings.Kind kind(String word) {
    return TillSettings.Kind.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be \"stripe\", \"paypal\", \"btcpay\", \"bank\" or \"practice\""));
  }

  /** With what the publication says of it. */
  TillSettings with(Support support) {
    return new TillSettings(
        name,
        kind,
        Set.copyOf(
            support.purses().stream().flatMap(p -> Money.currency(p.currency()).stream()).toList()),
        support.method(name).map(Support.Method::statement).orElse(""),
        address,
        "",
        patience,
        Math.ceilDiv(support.fee(), 10),
        support.purses().stream().map(p -> Money.of(p.fee(), p.currency())).toList(),
        support.refusedCountries(),
        options);
  }
}
