package press.tamizdat.article.published;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.article.published.Support.Country;
import press.tamizdat.article.published.Support.Method;
import press.tamizdat.article.published.Support.Purse;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;

/** The part {@code support} of {@link PublicationJson}. */
final class SupportJson {
  private SupportJson() {}

  static Map<String, Object> json(Support s) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("frequency", s.frequency());
    json.put("fee", (long) s.fee());
    json.put("quiet_days", (long) s.quietDays());
    json.put("mail", s.mail());
    json.put("purses", s.purses().stream().map(SupportJson::json).toList());
    json.put("methods", s.methods().stream().map(SupportJson::json).toList());
    json.put("countries", s.countries().stream().map(SupportJson::json).toList());
    json.put("campaigns", s.campaigns().stream().map(SupportJson::json).toList());
    return json;
  }

  private static Map<String, Object> json(Purse purse) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("currency", purse.currency());
    json.put("once", purse.once());
    json.put("monthly", purse.monthly());
    json.put("annual", purse.annual());
    json.put("least", purse.least());
    json.put("fee", purse.fee());
    return json;
  }

  private static Map<String, Object> json(Method method) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("till", method.till());
    json.put("mark", method.mark().word());
    json.put("provider", method.provider());
    json.put("statement", method.statement());
    return json;
  }

  private static Map<String, Object> json(Country country) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", country.code());
    json.put("language", country.language().tag());
    json.put("warning", country.warning());
    json.put("refused", country.refused());
    return json;
  }

  private static Map<String, Object> json(Campaign campaign) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", campaign.slug());
    json.put("from", campaign.from().toString());
    json.put("to", campaign.to().toString());
    json.put("goal", campaign.goal());
    json.put("currency", campaign.currency());
    Map<String, Object> texts = new LinkedHashMap<>();
    campaign.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> texts.put(e.getKey().tag(), PublicationJson.json(e.getValue())));
    json.put("texts", texts);
    if (campaign.raised() != 0) {
      json.put("raised", campaign.raised());
    }
    return json;
  }

  static Support read(@Nullable Object value) {
    if (value == null) {
      return Support.NONE;
    }
    Map<String, Object> json = JsonValues.object(value);
    return new Support(
        JsonValues.list(json.get("purses")).stream().map(p -> purse(JsonValues.object(p))).toList(),
        JsonValues.string(json.get("frequency")),
        JsonValues.list(json.get("methods")).stream()
            .map(m -> method(JsonValues.object(m)))
            .toList(),
        (int) JsonValues.number(json.get("fee")),
        JsonValues.list(json.get("countries")).stream()
            .map(c -> country(JsonValues.object(c)))
            .toList(),
        (int) JsonValues.number(json.get("quiet_days")),
        Boolean.TRUE.equals(json.get("mail")),
        JsonValues.list(json.get("campaigns")).stream()
            .map(c -> campaign(JsonValues.object(c)))
            .toList());
  }

  private static Purse purse(Map<String, Object> json) {
    return new Purse(
        JsonValues.string(json.get("currency")),
        numbers(json.get("once")),
        numbers(json.get("monthly")),
        numbers(json.get("annual")),
        JsonValues.number(json.get("least")),
        JsonValues.number(json.get("fee")));
  }

  private static List<Long> numbers(@Nullable Object json) {
    return JsonValues.list(json).stream().map(JsonValues::number).toList();
  }

  private static Method method(Map<String, Object> json) {
    return new Method(
        JsonValues.string(json.get("till")),
        Support.Mark.of(JsonValues.string(json.get("mark"))).orElse(Support.Mark.CARD),
        JsonValues.string(json.get("provider")),
        JsonValues.string(json.get("statement")));
  }

  private static Country country(Map<String, Object> json) {
    return new Country(
        JsonValues.string(json.get("code")),
        new Language(JsonValues.string(json.get("language"))),
        JsonValues.string(json.get("warning")),
        Boolean.TRUE.equals(json.get("refused")));
  }

  private static Campaign campaign(Map<String, Object> json) {
    Map<Language, Appeal> texts = new LinkedHashMap<>();
    JsonValues.object(json.get("texts"))
        .forEach(
            (tag, text) ->
                texts.put(new Language(tag), PublicationJson.appeal(JsonValues.object(text))));
    return new Campaign(
        JsonValues.string(json.get("slug")),
        LocalDate.parse(JsonValues.string(json.get("from"))),
        LocalDate.parse(JsonValues.string(json.get("to"))),
        JsonValues.number(json.get("goal")),
        JsonValues.string(json.get("currency")),
        texts,
        json.containsKey("raised") ? JsonValues.number(json.get("raised")) : 0);
  }
}
