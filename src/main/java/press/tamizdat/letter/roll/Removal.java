package press.tamizdat.letter.roll;

/** Why somebody is off the roll. */
public enum Removal {
  /** They said so. */
  LEFT,
  /** Their mailbox does not take mail, for good. */
  BOUNCED,
  /** They called a letter spam. */
  COMPLAINED;

  String word() {
    return switch (this) {
      case LEFT -> "left";
      case BOUNCED -> "bounced";
      case COMPLAINED -> "complained";
    };
  }
}
