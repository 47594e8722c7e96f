package press.tamizdat.staff;

import java.util.Locale;
import java.util.Optional;

/** What an account is in the newsroom. */
public enum Role {
  WRITER,
  EDITOR,
  CHIEF;

  public boolean may(Right right) {
    return switch (right) {
      case WRITE -> true;
      case REVIEW, PUBLISH -> this != WRITER;
      case MANAGE -> this == CHIEF;
    };
  }

  /** In lower case, as commands, forms and the database have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
