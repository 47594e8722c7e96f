package press.tamizdat.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.desk.Words;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Role;
import press.tamizdat.staff.SignInLinks;

@Command(
    name = "desk-link",
    description = {
      "Prints a link that signs somebody in at the desk, once, within an hour.",
      "With --role it makes the account if there is none of this pen name. The first account is a chief editor's."
    })
final class DeskLinkCommand implements Runnable {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "PEN-NAME", description = "Whose link; never an e-mail address.")
  private String penName = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Make the account, as writer, editor or chief.")
  private @Nullable String role;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description =
          "In which the desk speaks to a new account: en or ru (default: ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String language = "en";

  @Override
  public void run() {
    Settings settings = data.folder().settings();
    try (Database database = Database.open(data.folder().database(), "db/desk")) {
      System.out.println(
          link(database, settings, settings.desk().address().getPort(), account(database)));
    }
  }

  /** The address that signs this account in. */
  private static String link(Database database, Settings settings, int port, Account account) {
    return DeskDoor.address(settings, port)
        + "/sign-in/"
        + new SignInLinks(database, Clock.systemUTC(), RANDOM).make(account);
  }

  /** The same, at a desk that is open at this port. */
  static String link(House house, int port, Account account) {
    return link(house.database(), house.settings(), port, account);
  }

  private Account account(Database database) {
    Accounts accounts = new Accounts(database, Clock.systemUTC(), RANDOM);
    Optional<Account> known = accounts.named(penName);
    if (known.isPresent()) {
      return known.filter(a -> !a.disabled()).orElseThrow(DeskLinkCommand::disabled);
    }
    boolean first = accounts.all().isEmpty();
    if (role == null && !first) {
      throw new Refused(
          "there is no account \"%s\"; there are: %s. With --role a new one is made."
              .formatted(
                  penName,
                  accounts.all().stream().map(Account::penName).collect(Collectors.joining(", "))));
    }
    return switch (accounts.add(penName, first && role == null ? Role.CHIEF : role(), language())) {
      case Accounts.Outcome.Done(Account added) -> added;
      case Accounts.Outcome.Refused(String key) ->
          throw new Refused(Words.in(new Language("en")).say(key));
    };
  }

  private static Refused disabled() {
    return new Refused("this account is disabled; a chief editor can enable it under Staff");
  }

  private Role role() {
    return Role.of(String.valueOf(role))
        .orElseThrow(() -> new Refused("a role is one of: writer, editor, chief"));
  }

  private Language language() {
    Language wanted = new Language(language);
    if (!Words.LANGUAGES.contains(wanted)) {
      throw new Refused("the desk speaks en and ru");
    }
    return wanted;
  }
}
