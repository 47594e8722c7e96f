package press.tamizdat.staff;

import press.tamizdat.platform.text.Language;

/**
 * Somebody who works at the desk.
 *
 * @param penName unlike any other account's
 * @param language in which the desk speaks to them
 * @param disabled whether they may sign in no more
 */
public record Account(String id, String penName, Role role, Language language, boolean disabled) {
  public boolean may(Right right) {
    return !disabled && role.may(right);
  }
}
