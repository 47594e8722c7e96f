package press.tamizdat.desk.support;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Support;
import press.tamizdat.article.published.Support.Country;
import press.tamizdat.article.published.Support.Method;
import press.tamizdat.article.published.Support.Purse;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.house.Field;
import press.tamizdat.desk.house.FormView;
import press.tamizdat.desk.house.Saving;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;
import press.tamizdat.support.till.StripeRefusals;

/**
 * How readers are asked: amounts, ways to pay, warnings. Each list has one empty place at its end.
 */
record AskingPages(Saving saving) {
  private static final String PATH = "/support/settings";
  private static final int MOST = 12;

  void open(DeskRoutes routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::change);
  }

  private Reply show(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, saving.now().support(), List.of());
  }

  private Reply form(Visit visit, Support support, List<String> faults) {
    List<FormView.Group> groups = new ArrayList<>();
    groups.add(new FormView.Group("", general(visit, support)));
    for (int i = 0; i <= support.purses().size() && i < MOST; i++) {
      groups.add(purse(visit, i, get(support.purses(), i)));
    }
    for (int i = 0; i <= support.methods().size() && i < MOST; i++) {
      groups.add(method(visit, i, get(support.methods(), i)));
    }
    for (int i = 0; i <= support.countries().size() && i < MOST; i++) {
      groups.add(country(visit, i, get(support.countries(), i)));
    }
    if (!support.refusedCountries().isEmpty()) {
      groups.add(rule(visit, support.refusedCountries()));
    }
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        visit.say("support.asking"),
        "house/form",
        new FormView(
            PATH,
            visit.say("support.asking.intro"),
            visit.say("support.asking.affects"),
            PATH,
            saving.settings().number(),
            groups,
            faults,
            Optional.empty(),
            Optional.empty(),
            PATH));
  }

  private static <T> Optional<T> get(List<T> all, int i) {
    return i < all.size() ? Optional.of(all.get(i)) : Optional.empty();
  }

  private static List<Field> general(Visit visit, Support s) {
    return List.of(
        Field.choice(
            Field.Kind.CHOICE,
            "frequency",
            visit.say("support.asking.frequency"),
            "",
            Support.FREQUENCIES.stream()
                .map(
                    f ->
                        new Field.Option(
                            f, visit.say("support.often." + f), f.equals(s.frequency())))
                .toList()),
        line(visit, "fee", 0, BigDecimal.valueOf(s.fee(), 2).stripTrailingZeros().toPlainString())
            .hint(visit.say("support.asking.fee.hint")),
        line(visit, "quiet", 0, String.valueOf(s.quietDays()))
            .hint(visit.say("support.asking.quiet.hint")),
        Field.of(Field.Kind.TICK, "mail", visit.say("support.asking.mail"), s.mail() ? "yes" : "")
            .hint(visit.say("support.asking.mail.hint")));
  }

  /** With its place in its list, where it is in one. */
  private static Field line(Visit visit, String name, int i, String value) {
    String of = name.contains(".") ? name + "." + i : name;
    return Field.of(
        Field.Kind.LINE, of, visit.say("support.asking." + name.replace('.', '-')), value);
  }

  private static FormView.Group purse(Visit visit, int i, Optional<Purse> purse) {
    return new FormView.Group(
        purse
            .map(p -> visit.say("support.asking.purse", p.currency()))
            .orElseGet(() -> visit.say("support.asking.purse.more")),
        List.of(
            line(visit, "purse.currency", i, purse.map(Purse::currency).orElse(""))
                .hint(visit.say("support.asking.purse.hint")),
            line(visit, "purse.once", i, amounts(purse, "once")),
            line(visit, "purse.monthly", i, amounts(purse, "monthly")),
            line(visit, "purse.annual", i, amounts(purse, "annual")),
            line(visit, "purse.least", i, purse.map(p -> p.plain(p.least())).orElse("")),
            line(visit, "purse.fee", i, purse.map(p -> p.plain(p.fee())).orElse(""))));
  }

  private static String amounts(Optional<Purse> purse, String frequency) {
    return purse
        .map(p -> String.join(", ", p.proposed(frequency).stream().map(p::plain).toList()))
        .orElse("");
  }

  private static FormView.Group method(Visit visit, int i, Optional<Method> method) {
    return new FormView.Group(
        method
            .map(m -> visit.say("support.asking.method", m.till()))
            .orElseGet(() -> visit.say("support.asking.method.more")),
        List.of(
            line(visit, "method.till", i, method.map(Method::till).orElse(""))
                .hint(visit.say("support.asking.method.hint")),
            Field.choice(
                Field.Kind.CHOICE,
                "method.mark." + i,
                visit.say("support.asking.method-mark"),
                "",
                Arrays.stream(Support.Mark.values())
                    .map(
                        m ->
                            new Field.Option(
                                m.word(),
                                visit.say("support.mark." + m.word()),
                                method.filter(x -> x.mark() == m).isPresent()))
                    .toList()),
            line(visit, "method.provider", i, method.map(Method::provider).orElse("")),
            line(visit, "method.statement", i, method.map(Method::statement).orElse(""))
                .hint(visit.say("support.asking.statement.hint"))));
  }

  private static FormView.Group country(Visit visit, int i, Optional<Country> country) {
    Language own = visit.publication().defaultLanguage();
    return new FormView.Group(
        country
            .map(
                c ->
                    visit.say(
                        "support.asking.country",
                        Locale.of("", c.code())
                            .getDisplayCountry(visit.account().language().locale())))
            .orElseGet(() -> visit.say("support.asking.country.more")),
        List.of(
            line(visit, "country.code", i, country.map(Country::code).orElse(""))
                .hint(visit.say("support.asking.country.hint")),
            line(visit, "country.language", i, country.map(Country::language).orElse(own).tag()),
            Field.of(
                    Field.Kind.TEXT,
                    "country.warning." + i,
                    visit.say("support.asking.country-warning"),
                    country.map(Country::warning).orElse(""))
                .hint(visit.say("support.asking.warning.hint")),
            Field.of(
                Field.Kind.TICK,
                "country.refused." + i,
                visit.say("support.asking.country-refused"),
                country.filter(Country::refused).isPresent() ? "yes" : "")));
  }

  /** What must be done at Stripe by hand, ready to be copied. */
  private static FormView.Group rule(Visit visit, List<String> countries) {
    return new FormView.Group(
        visit.say("support.asking.rule.title"),
        List.of(
            Field.of(
                    Field.Kind.FIXED, "rule", visit.say("support.asking.rule"), StripeRefusals.RULE)
                .hint(visit.say("support.asking.rule.hint")),
            Field.of(
                    Field.Kind.FIXED,
                    "rule-here",
                    visit.say("support.asking.rule-here"),
                    "Block if :card_country: in ('" + String.join("', '", countries) + "')")
                .hint(visit.say("support.asking.rule-here.hint"))));
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    List<String> faults = new ArrayList<>();
    Support typed = new Reading(visit, faults).support(saving.now().support());
    if (!faults.isEmpty()) {
      return form(visit, typed, faults);
    }
    return saving.save(
        visit,
        new Act(visit.account().id(), "support", ""),
        p -> p.support().withCampaigns(List.of()),
        p -> p.withSupport(typed.withCampaigns(p.support().campaigns())),
        PATH,
        found -> form(visit, typed, found));
  }

  /** Reads the form; what cannot be read is a fault. */
  private record Reading(Visit visit, List<String> faults) {
    Support support(Support before) {
      List<Purse> purses = new ArrayList<>();
      List<Method> methods = new ArrayList<>();
      List<Country> countries = new ArrayList<>();
      for (int i = 0; i < MOST; i++) {
        purse(i).ifPresent(purses::add);
        method(i).ifPresent(methods::add);
        country(i).ifPresent(countries::add);
      }
      return new Support(
          purses,
          form().text("frequency"),
          methods,
          hundredths(form().text("fee")),
          countries,
          whole(form().text("quiet")),
          form().has("mail"),
          before.campaigns());
    }

    private Fields form() {
      return visit.form();
    }

    private String text(String name, int i) {
      return form().text(name + "." + i).strip();
    }

    private Optional<Purse> purse(int i) {
      String code = text("purse.currency", i).toUpperCase(Locale.ROOT);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      String least = text("purse.least", i);
      return Optional.of(
          new Purse(
              code,
              amounts(text("purse.once", i), code),
              amounts(text("purse.monthly", i), code),
              amounts(text("purse.annual", i), code),
              amount(least.isEmpty() ? "2" : least, code),
              amount(text("purse.fee", i).isEmpty() ? "0" : text("purse.fee", i), code)));
    }

    private List<Long> amounts(String list, String code) {
      return Arrays.stream(list.split("[,;\\s]+"))
          .filter(a -> !a.isEmpty())
          .map(a -> amount(a, code))
          .toList();
    }

    private long amount(String text, String code) {
      try {
        return Support.minor(text, code);
      } catch (IllegalArgumentException e) {
        faults.add(visit.say("support.fault.amount", text));
        return 0;
      }
    }

    private int hundredths(String percent) {
      try {
        return new BigDecimal(percent.strip().replace(',', '.')).movePointRight(2).intValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        faults.add(visit.say("support.fault.fee"));
        return 0;
      }
    }

    private int whole(String text) {
      if (!text.strip().matches("[0-9]{1,3}")) {
        faults.add(visit.say("support.fault.quiet"));
        return 0;
      }
      return Integer.parseInt(text.strip());
    }

    private Optional<Method> method(int i) {
      String till = text("method.till", i);
      return till.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Method(
                  till,
                  Support.Mark.of(text("method.mark", i)).orElse(Support.Mark.CARD),
                  text("method.provider", i),
                  text("method.statement", i)));
    }

    private Optional<Country> country(int i) {
      String code = text("country.code", i).toUpperCase(Locale.ROOT);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Country(
              code,
              language(text("country.language", i)),
              text("country.warning", i),
              form().has("country.refused." + i)));
    }

    private Language language(String tag) {
      try {
        return new Language(tag);
      } catch (IllegalArgumentException e) {
        faults.add(visit.say("support.fault.language", tag));
        return visit.publication().defaultLanguage();
      }
    }
  }
}
