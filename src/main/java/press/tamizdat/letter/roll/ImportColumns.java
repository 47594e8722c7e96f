package press.tamizdat.letter.roll;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import press.tamizdat.platform.mail.MailAddress;

/**
 * Where in a line of the file what stands; below zero for nowhere. A first line without an address
 * is taken for the names of the columns.
 */
record ImportColumns(boolean named, int address, int language, int letters) {
  private static final Set<String> ADDRESS =
      Set.of(
          "address", "email", "e-mail", "mail", "emailaddress", "e-mailaddress", "адрес", "почта");
  private static final Set<String> LANGUAGE = Set.of("language", "lang", "locale", "язык");
  private static final Set<String> LETTERS =
      Set.of("letters", "letter", "lists", "list", "newsletters", "newsletter", "рассылки");

  /** Nothing where no column can be that of addresses. */
  static Optional<ImportColumns> of(List<String> first) {
    int plain = indexOfAddress(first);
    if (plain >= 0) {
      return Optional.of(
          new ImportColumns(
              false,
              plain,
              plain + 1 < first.size() ? plain + 1 : -1,
              plain + 2 < first.size() ? plain + 2 : -1));
    }
    int named = indexOf(first, ADDRESS);
    return named < 0
        ? Optional.empty()
        : Optional.of(
            new ImportColumns(true, named, indexOf(first, LANGUAGE), indexOf(first, LETTERS)));
  }

  private static int indexOfAddress(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (MailAddress.parse(fields.get(i)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(List<String> fields, Set<String> names) {
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
      if (names.contains(name)) {
        return i;
      }
    }
    return -1;
  }

  String address(List<String> fields) {
    return at(fields, address);
  }

  /** In the spelling of the publication: {@code en} for {@code en_US} where there is no other. */
  String language(List<String> fields) {
    return at(fields, language).strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Set<String> letters(List<String> fields) {
    Set<String> found = new TreeSet<>(Arrays.asList(at(fields, letters).split("[\\s,;|]+", -1)));
    found.remove("");
    return found;
  }

  private static String at(List<String> fields, int column) {
    return column >= 0 && column < fields.size() ? fields.get(column) : "";
  }
}
