package press.tamizdat.support.pledge;

import static java.lang.System.Logger.Level.WARNING;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.Typed;
import press.tamizdat.support.till.Order;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;

/** {@code support.pledge}: a reader wants to give, and goes on to the till. */
public final class TakePledge implements Handler {
  /** What the link is for to which the till sends the browser back: to be shown the other once. */
  static final String THANKS = "thanks";

  private static final System.Logger LOG = System.getLogger("press.tamizdat.support");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,190}");

  private final SupportRoom room;
  private final Tills tills;
  private final Pledges pledges;

  public TakePledge(SupportRoom room, Tills tills, Pledges pledges) {
    this.room = room;
    this.tills = tills;
    this.pledges = pledges;
  }

  @Override
  public Handled handle(Envelope envelope) {
    Language language = language(envelope);
    Optional<Frequency> frequency = Frequency.of(envelope.text("frequency"));
    if (frequency.isEmpty()) {
      return Words.trouble(language, "trouble.frequency");
    }
    Typed typed = amount(envelope, frequency.get(), language);
    return switch (typed) {
      case Typed.Refused refused -> Words.trouble(language, refused);
      case Typed.Amount(Money money) -> take(envelope, language, frequency.get(), money);
    };
  }

  /**
   * What was typed; else what was chosen of the amounts for this frequency, which stand in a field
   * of its name and are written as the program writes them, in no language.
   */
  private static Typed amount(Envelope envelope, Frequency frequency, Language language) {
    String own = envelope.text("own").strip();
    String currency = envelope.text("currency");
    String chosen = envelope.text(frequency.word());
    return Money.currency(currency)
        .filter(c -> own.isEmpty())
        .flatMap(c -> Money.decimal(chosen, c))
        .map(Typed::bounded)
        .orElseGet(
            () -> Typed.read(own.isEmpty() ? envelope.text("amount") : own, currency, language));
  }

  private Language language(Envelope envelope) {
    return room.publication().get().languages().stream()
        .filter(l -> l.tag().equals(envelope.text("language")))
        .findFirst()
        .orElse(room.publication().get().languages().getFirst());
  }

  private Handled take(Envelope envelope, Language language, Frequency frequency, Money money) {
    Optional<Tills.Open> open =
        tills.find(envelope.text("till")).filter(o -> o.till().takes(money.currency(), frequency));
    if (open.isEmpty()) {
      return Words.trouble(language, "trouble.method");
    }
    String address = envelope.text("address").strip();
    if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
      return Words.trouble(language, "trouble.address");
    }
    if (!address.isEmpty() && room.roll().isEmpty()) {
      return Words.trouble(language, "trouble.no-mail");
    }
    Money amount = envelope.text("fees").isEmpty() ? money : withFees(money, open.get().settings());
    Pledge pledge =
        pledges.begin(
            envelope.id(),
            frequency,
            amount,
            open.get().till().name(),
            language,
            address.isEmpty()
                ? Optional.empty()
                : room.roll().map(k -> k.seal(address.getBytes(StandardCharsets.UTF_8))));
    return begin(pledge, open.get().till());
  }

  /** As the form has said it; as the till's settings have it where no form is printed. */
  private Money withFees(Money money, TillSettings till) {
    Support told = room.publication().get().support();
    return told.isOpen()
        ? new Money(
            told.withFees(money.minor(), money.currency().getCurrencyCode()), money.currency())
        : till.withFees(money);
  }

  /** Sends the supporter to a till, for the newest attempt of a pledge. */
  Handled begin(Pledge pledge, Till till) {
    return switch (till.begin(order(pledge))) {
      case Till.Begun.GoTo(URI where, String session, var facts) -> {
        pledges.opened(pledge, till.name(), session, facts);
        yield Handled.done(Answer.goTo(where));
      }
      case Till.Begun.Show(String page, Map<String, String> own, String session, var facts) -> {
        pledges.opened(pledge, till.name(), session, facts);
        Map<String, String> fields =
            new HashMap<>(
                Words.fields(pledge, room.links().token(ManagePledge.MANAGE, pledge.id())));
        fields.putAll(own);
        yield Handled.done(Answer.page(pledge.language() + "/" + page, fields));
      }
      case Till.Begun.Failed(Till.Failure failure) -> {
        LOG.log(
            WARNING,
            "a payment could not be begun at the till {0}: {1}, {2}",
            till.name(),
            failure.kind(),
            failure.detail());
        yield Words.notBegun(pledge.language(), failure);
      }
    };
  }

  /** The till learns only a link that shows the private one, and that no more than once. */
  Order order(Pledge pledge) {
    String pages = room.site() + "/" + pledge.language() + "/support/";
    String token = room.links().token(THANKS, pledge.id());
    return new Order(
        pledge.id(),
        pledge.attempt(),
        pledge.frequency(),
        pledge.amount(),
        pledge.language(),
        URI.create(pages + "thanks.html?link=" + token),
        URI.create(pages + "index.html"),
        room.publication()
            .get()
            .name()
            .getOrDefault(
                pledge.language(), room.publication().get().name().values().iterator().next()));
  }
}
