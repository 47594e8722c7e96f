package press.tamizdat.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.text.Language;

/** The tables {@code [giving]} and {@code [[campaign]]}; amounts are texts such as "12.50". */
final class GivingSettings {
  private GivingSettings() {}

  static Support read(Section root, List<Language> languages) {
    Section section = root.section("giving");
    String frequency = section.text("frequency", Support.NONE.frequency());
    if (!Support.FREQUENCIES.contains(frequency)) {
      section.fault("frequency", "must be \"once\", \"monthly\" or \"annual\"");
    }
    int fee = section.parsed("fee_percent", GivingSettings::hundredths).orElse(0);
    int quiet = (int) section.number("quiet_days", Support.NONE.quietDays(), 0, 366);
    Support support =
        new Support(
            purses(section),
            frequency,
            methods(section),
            fee,
            countries(section, languages),
            quiet,
            section.truth("mail", false),
            List.of());
    section.refuseOthers();
    return support.withCampaigns(campaigns(root, languages));
  }

  private static int hundredths(String percent) {
    try {
      return new BigDecimal(percent).movePointRight(2).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("must be a number such as \"2.9\"", e);
    }
  }

  private static List<Support.Purse> purses(Section section) {
    List<Support.Purse> found = new ArrayList<>();
    for (Section s : section.sections("currency")) {
      String code = s.text("code");
      if (!Support.isCurrency(code)) {
        s.fault("code", "must be a currency such as \"EUR\"");
        continue;
      }
      found.add(
          new Support.Purse(
              code,
              s.list("once", a -> Support.minor(a, code)),
              s.list("monthly", a -> Support.minor(a, code)),
              s.list("annual", a -> Support.minor(a, code)),
              s.parsed("least", a -> Support.minor(a, code))
                  .orElseGet(() -> Support.minor("2", code)),
              s.parsed("fee", a -> Support.minor(a, code)).orElse(0L)));
      s.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static List<Support.Method> methods(Section section) {
    List<Support.Method> found = new ArrayList<>();
    for (Section s : section.sections("method")) {
      Optional<Support.Mark> mark = s.parsed("mark", GivingSettings::mark);
      found.add(
          new Support.Method(
              s.text("till"),
              mark.orElse(Support.Mark.CARD),
              s.text("provider", ""),
              s.text("statement")));
      s.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static Support.Mark mark(String word) {
    return Support.Mark.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be \"card\", \"paypal\", \"bitcoin\", \"bank\" or \"practice\""));
  }

  private static List<Support.Country> countries(Section section, List<Language> languages) {
    List<Support.Country> found = new ArrayList<>();
    for (Section s : section.sections("country")) {
      found.add(
          new Support.Country(
              s.text("code"),
              s.parsed("language", Language::new).orElse(languages.getFirst()),
              s.text("warning", ""),
              s.truth("refused", false)));
      s.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static List<Support.Campaign> campaigns(Section root, List<Language> languages) {
    List<Support.Campaign> found = new ArrayList<>();
    for (Section s : root.sections("campaign")) {
      String currency = s.text("currency", "EUR");
      Map<Language, Appeal> texts = new LinkedHashMap<>();
      Section section = s.section("text");
      for (Language language : languages) {
        section
            .optionalSection(language.tag())
            .ifPresent(
                t -> {
                  texts.put(
                      language,
                      new Appeal(
                          t.text("title", ""),
                          ArticleHtml.clean(t.text("body", "")),
                          t.text("banner", "")));
                  t.refuseOthers();
                });
      }
      section.refuseOthers();
      found.add(
          new Support.Campaign(
              s.text("slug"),
              s.parsed("from", LocalDate::parse).orElse(LocalDate.EPOCH),
              s.parsed("to", LocalDate::parse).orElse(LocalDate.EPOCH),
              s.parsed("goal", a -> Support.minor(a, currency)).orElse(0L),
              currency,
              texts,
              0));
      s.refuseOthers();
    }
    return List.copyOf(found);
  }
}
