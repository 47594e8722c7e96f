package press.tamizdat.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Role;

/** The accounts of the sample newsroom, by the bylines of its writers. */
final class SampleStaff {
  /** Those whose links the demo prints. */
  static final List<String> AT_THE_DOOR = List.of("Vera Lindt", "Надя Сорокина", "Daria Kovel");

  private static final Language ENGLISH = new Language("en");
  private static final Language RUSSIAN = new Language("ru");

  private SampleStaff() {}

  static void hire(House house) {
    Accounts accounts = new Accounts(house.database(), Clock.systemUTC(), new SecureRandom());
    hire(accounts, "Vera Lindt", Role.CHIEF, ENGLISH);
    hire(accounts, "Ilya Marchuk", Role.EDITOR, ENGLISH);
    hire(accounts, "Надя Сорокина", Role.EDITOR, RUSSIAN);
    hire(accounts, "Daria Kovel", Role.WRITER, ENGLISH);
    hire(accounts, "Лена Острова", Role.WRITER, RUSSIAN);
  }

  private static void hire(Accounts accounts, String penName, Role role, Language language) {
    if (!(accounts.add(penName, role, language) instanceof Accounts.Outcome.Done)) {
      throw new IllegalStateException(penName + " cannot be hired");
    }
  }
}
