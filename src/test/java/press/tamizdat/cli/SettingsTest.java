package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.config.Fault;
import press.tamizdat.platform.config.TomlFile;

/** The settings file: the one that the first start writes, and what people do to it. */
class SettingsTest {
  private static final String TEMPLATE = Resource.text("/tamizdat.toml");

  private static Settings read(String text) {
    return switch (Settings.read(text)) {
      case TomlFile.Outcome.Read<Settings>(Settings settings) -> settings;
      case TomlFile.Outcome.Wrong<Settings>(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(String text) {
    return switch (Settings.read(text)) {
      case TomlFile.Outcome.Read<Settings>(Settings settings) -> List.of();
      case TomlFile.Outcome.Wrong<Settings>(List<Fault> faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }

  /** The template with one thing changed; what is replaced must be there. */
  private static String changed(String from, String to) {
    assertThat(TEMPLATE).contains(from);
    return TEMPLATE.replaceFirst(Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
  }

  /** The number of the first line of the template that begins so. */
  private static long line(String text, String beginning) {
    return 1 + text.lines().takeWhile(line -> !line.startsWith(beginning)).count();
  }

  @Test
  void commentsAndTheOrderOfKeysAreNoOtherPublicationAndPortsAreNot() {
    String digest = read(TEMPLATE).publicationDigest();

    assertThat(read(changed("# Its name in each language.", "")).publicationDigest())
        .isEqualTo(digest);
    assertThat(
            read(changed(
                    "name = { en = \"Courts\" }\n"
                        + "description = { en = \"Trials, verdicts and what comes after.\" }",
                    "description = { en = \"Trials, verdicts and what comes after.\" }\n"
                        + "name = { en = \"Courts\" }"))
                .publicationDigest())
        .isEqualTo(digest);
    assertThat(read(changed("127.0.0.1:8080", "127.0.0.1:8090")).publicationDigest())
        .isEqualTo(digest);
    assertThat(read(changed("Our Newspaper", "Their Newspaper")).publicationDigest())
        .isNotEqualTo(digest);
    assertThat(read(changed("\"trial\", ", "")).publicationDigest()).isNotEqualTo(digest);
  }

  @Test
  void otherWordsForATopicAreAList() {
    assertThat(read(TEMPLATE).publication().topics().getFirst().aliases().get(PressRoom.ENGLISH))
        .containsExactly("trial", "verdict", "judge");
    assertThat(faults(changed("[\"trial\", \"verdict\", \"judge\"]", "\"trial\"")))
        .singleElement()
        .asString()
        .contains("aliases.en");
  }

  @Test
  void theFileThatTheFirstStartWritesHasNoFault() {
    Settings settings = read(TEMPLATE);

    assertThat(settings.publication().address()).isEqualTo(URI.create("https://news.example"));
    assertThat(settings.publication().zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    assertThat(settings.publication().languages()).containsExactly(PressRoom.ENGLISH);
    assertThat(settings.publication().sections()).hasSize(3);
    assertThat(settings.publication().topics()).hasSize(1);
    assertThat(settings.publication().authors().getFirst().pseudonym()).isFalse();
    assertThat(settings.publication().appeal()).containsOnlyKeys(PressRoom.ENGLISH);
    assertThat(settings.cacheBytes()).isEqualTo(32L << 20);
    assertThat(settings.curtainHosts()).isEmpty();
    assertThat(settings.listen())
        .containsExactly(
            new Settings.Listen(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080), false));
    assertThat(settings.lifetimes().freshness()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.lifetimes().edition()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void mailIsReadWithItsRelaysAndTheirLimits() {
    int tills = TEMPLATE.indexOf("[support]");
    String text =
        TEMPLATE
                .substring(0, tills)
                .replaceAll(
                    "(?m)^#"
                        + " ((from|return_domain|links|name|address|security|user|password_file|sessions|mails_per_session|per_hour|warm_up[a-z_]*|authorities|domain|selector)"
                        + " = [^{\n"
                        + "]*|\\[\\[mail.relay]]|\\[mail.dkim])$",
                    "$1")
            + TEMPLATE.substring(tills);

    MailSettings mail = read(text).mail();

    assertThat(mail.isOpen()).isTrue();
    assertThat(mail.from()).contains("letters@news.example");
    assertThat(mail.returnDomain()).isEqualTo("bounces.news.example");
    assertThat(mail.dkim()).contains(new MailSettings.Dkim("news.example", "tamizdat"));
    assertThat(mail.relays())
        .singleElement()
        .satisfies(
            at -> {
              assertThat(at.relay().host()).isEqualTo("smtp.example.org");
              assertThat(at.relay().port()).isEqualTo(587);
              assertThat(at.relay().limits().sessions()).isEqualTo(10);
              assertThat(at.relay().limits().warmUp()).isPresent();
              assertThat(at.user()).isEqualTo("news");
            });
    assertThat(read(TEMPLATE).mail().isOpen()).isFalse();
  }

  /** A key that nobody reads would be a promise that nobody keeps. */
  @Test
  void everyChangedKeyIsRead() {
    String text =
        TEMPLATE
            .replace("https://news.example", "http://paper.example:81/press/")
            .replace("Europe/Amsterdam", "Asia/Tbilisi")
            .replace("languages = [\"en\"]", "languages = [\"en\", \"ru\"]")
            .replace("en = \"Our Newspaper\"", "en = \"The Gauge\"\nru = \"Футшток\"")
            .replaceAll("name = \\{ en = \"([A-Z][a-z]+)\" }", "name = { en = \"$1\", ru = \"Х\" }")
            .replace("pseudonym = false", "pseudonym = true")
            .replace("curtain_hosts = []", "curtain_hosts = [\"thin.example\"]")
            .replace("cache_megabytes = 32", "cache_megabytes = 64")
            .replace("127.0.0.1:8080", "[::1]:9000")
            .replace("curtain = false", "curtain = true")
            .replace("freshness_hours = 24", "freshness_hours = 12")
            .replace("lifetime_days = 30", "lifetime_days = 60")
            .replaceAll(
                "(?m)^# (\\[\\[page]]|\\[\\[letter]]|slug =|name = \\{|description =|rhythm =|title"
                    + " =|\\[page.body]|en = '''|<p>Save|''')",
                "$1");

    Settings settings = read(text);

    assertThat(settings.publication().address().toString())
        .isEqualTo("http://paper.example:81/press");
    assertThat(settings.publication().zone()).isEqualTo(ZoneId.of("Asia/Tbilisi"));
    assertThat(settings.publication().languages())
        .containsExactly(PressRoom.ENGLISH, PressRoom.RUSSIAN);
    assertThat(settings.publication().name()).containsEntry(PressRoom.RUSSIAN, "Футшток");
    assertThat(settings.publication().authors().getFirst().pseudonym()).isTrue();
    assertThat(settings.publication().pages())
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.slug()).isEqualTo("how-to-read");
              assertThat(page.body().get(PressRoom.ENGLISH)).startsWith("<p>Save our pages.");
            });
    assertThat(settings.publication().letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.slug()).isEqualTo("weekly");
              assertThat(letter.rhythm()).containsEntry(PressRoom.ENGLISH, "every Friday");
            });
    assertThat(settings.curtainHosts()).containsExactly("thin.example");
    assertThat(settings.cacheBytes()).isEqualTo(64L << 20);
    assertThat(settings.listen().getFirst().address().getPort()).isEqualTo(9000);
    assertThat(settings.listen().getFirst().curtain()).isTrue();
    assertThat(settings.lifetimes().freshness()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.lifetimes().edition()).isEqualTo(Duration.ofDays(60));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          time_zone = | time_zome = | publication.time_zome is not a key that is known here
          cache_megabytes = 32 | cache_megabytes = "32" | site.cache_megabytes must be a whole number
          cache_megabytes = 32 | cache_megabytes = 0 | site.cache_megabytes must be from 1 to 4096
          curtain = false | curtain = "no" | site.listen.curtain must be true or false
          languages = ["en"] | languages = "en" | publication.languages must be a list in brackets
          languages = ["en"] | languages = ["tlh"] | publication.languages has tlh, which the program has no words for yet
          languages = ["en"] | languages = [] | publication.languages must name at least one language
          slug = "news" | slug = "Our News" | section.slug must be lower-case Latin letters
          slug = "courts" | slug = "суды" | topic.slug must be lower-case Latin letters
          address = "https://news.example" | address = "news.example" | publication.address must be a web address
          address = "https://news.example" | address = "https://a b" | publication.address
          address = "127.0.0.1:8080" | address = "8080" | site.listen.address must be an address and a port
          address = "127.0.0.1:8080" | address = "127.0.0.1:99999" | site.listen.address
          curtain_hosts = [] | curtain_hosts = ["Thin.example:80"] | site.curtain_hosts must be host names
          time_zone = "Europe/Amsterdam" | time_zone = "Mars/Olympus" | publication.time_zone
          freshness_hours = 24 | freshness_hours = 49 | edition.freshness_hours must be from 1 to 48
          lifetime_days = 30 | lifetime_days = 1 | edition.lifetime_days must be from 2 to 300
          pseudonym = false | pseudonym = 0 | author.pseudonym must be true or false
          """)
  void oneMistakeIsNamedWithItsLine(String from, String to, String expected) {
    String text = changed(from, to);
    long line = line(text, to.contains("=") ? to.substring(0, to.indexOf('=') + 1) : to);
    if (to.startsWith("slug = \"суды")
        || to.startsWith("address = \"127")
        || to.equals("address = \"8080\"")) {
      line = line(text, to);
    }

    assertThat(faults(text))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith("line " + line + ": " + expected);
  }

  @Test
  void aNameThatIsMissingIsNamedInItsLanguage() {
    String two = TEMPLATE.replace("languages = [\"en\"]", "languages = [\"en\", \"ru\"]");

    assertThat(faults(two))
        .hasSize(5)
        .allMatch(f -> f.contains("name.ru is missing"))
        .first()
        .asString()
        .startsWith("line " + line(two, "[publication.name]") + ": publication.name.ru");
    assertThat(faults(changed("en = \"Our Newspaper\"", "en = \"\""))).hasSize(1);
  }

  @Test
  void whatMustBeThereAndIsNotIsNamed() {
    assertThat(faults(TEMPLATE.replaceAll("(?s)\\[\\[section]].*?(?=# What articles)", "")))
        .singleElement()
        .asString()
        .contains("section is missing");
    assertThat(faults(changed("address = \"127.0.0.1:8080\"", "")))
        .singleElement()
        .asString()
        .contains("site.listen.address is missing");
    assertThat(faults(changed("title = \"A message from the editors\"", "")))
        .singleElement()
        .asString()
        .startsWith("line " + line(TEMPLATE, "[appeal.en]"))
        .contains("appeal.en.title is missing");
  }

  /** A slug is half of an address: two sections cannot share one. */
  @Test
  void aSlugGivenTwiceIsNamed() {
    assertThat(faults(changed("slug = \"ideas\"", "slug = \"news\"")))
        .singleElement()
        .asString()
        .startsWith("line " + line(TEMPLATE, "slug = \"ideas\"") + ": section.slug")
        .contains("news");
  }

  @Test
  void severalMistakesAreNamedAtOnceFromTopToBottom() {
    String text =
        changed("time_zone = \"Europe/Amsterdam\"", "time_zone = \"Mars/Olympus\"")
            .replace("slug = \"ideas\"", "slug = \"Ideas!\"")
            .replace("cache_megabytes = 32", "cache_megabites = 32")
            .replace("freshness_hours = 24", "freshness_hours = 0");

    assertThat(faults(text))
        .hasSize(4)
        .extracting(f -> f.replaceFirst("^line [0-9]+: ", "").split(" ")[0])
        .containsExactly(
            "publication.time_zone",
            "section.slug",
            "site.cache_megabites",
            "edition.freshness_hours");
  }

  @Test
  void aTextThatIsNotTomlIsNamedWithItsLine() {
    assertThat(faults(changed("time_zone = ", "time zone = ")))
        .first()
        .asString()
        .startsWith("line " + line(TEMPLATE, "time_zone"));
    assertThat(faults("")).isNotEmpty();
  }

  @Test
  void aCommandRefusesAFolderWithWrongSettingsAndNamesFileAndLine(@TempDir Path folder) {
    new DataFolder(folder).begin(changed("cache_megabytes = 32", "cache_megabytes = 0"));

    SmallNewsroom.Said said = SmallNewsroom.run("publish", "--data", folder);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains(folder.resolve("tamizdat.toml") + " cannot be used:")
        .contains("\n  line " + line(TEMPLATE, "cache_megabytes") + ": site.cache_megabytes");
  }

  @Test
  void tillsAreReadAndWhatIsWrongWithThemIsNamedByLine() {
    assertThat(read(TEMPLATE).support().tills()).isEmpty();
    String tills =
        TEMPLATE
            + """

            [[support.till]]
            name = "card"
            kind = "stripe"
            currencies = ["EUR", "JPY"]
            fee_thousandths = 29
            fee_fixed = ["0.25 EUR"]
            refused_countries = ["RU"]
            [[support.till]]
            name = "transfer"
            kind = "bank"
            currencies = ["EUR"]
            beneficiary = "Stichting Strait"
            iban = "DE89 3704 0044 0532 0130 00"
            """;
    assertThat(read(tills).support().tills())
        .hasSize(2)
        .first()
        .satisfies(t -> assertThat(t.refused()).containsExactly("RU"))
        .satisfies(
            t ->
                assertThat(t.withFees(press.tamizdat.support.Money.of(1000, "EUR")))
                    .isEqualTo(press.tamizdat.support.Money.of(1056, "EUR")));
    assertThat(faults(tills + "[[support.till]]\nkind = \"practice\"\n"))
        .singleElement()
        .asString()
        .contains("practice till beside others");
    assertThat(faults(tills.replace("DE89 3704", "DE89 3705")))
        .singleElement()
        .asString()
        .contains("IBAN");
    assertThat(faults(tills.replace("JPY", "YEN"))).singleElement().asString().contains("YEN");
    assertThat(faults(tills.replace("\"stripe\"", "\"strip\""))).isNotEmpty();
    assertThat(faults(tills.replace("name = \"transfer\"", "name = \"card\""))).isNotEmpty();
  }
}
