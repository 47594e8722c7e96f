package press.tamizdat.desk.house;

import press.tamizdat.desk.Newsroom;
import press.tamizdat.staff.Accounts;

/** Who is who. */
final class Names {
  private Names() {}

  static Accounts of(Newsroom newsroom) {
    return new Accounts(newsroom.database(), newsroom.clock(), newsroom.random());
  }
}
