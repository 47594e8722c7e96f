package press.tamizdat.desk.support;

import press.tamizdat.platform.db.Database;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.ledger.Sums;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.till.Tills;

/**
 * The newsroom's books, where the post runs in the same process as the desk.
 *
 * @param database of the post room
 */
public record Funds(Database database, Pledges pledges, Tills tills) {
  Sums sums() {
    return new Sums(database);
  }

  Ledger ledger() {
    return new Ledger(database);
  }
}
