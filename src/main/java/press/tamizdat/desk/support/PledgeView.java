package press.tamizdat.desk.support;

import java.util.List;

/** One pledge, and what was paid of it. */
public record PledgeView(
    String brief,
    String amount,
    String frequency,
    String till,
    String state,
    String month,
    String paid,
    String refunded,
    List<Payment> payments) {

  /**
   * @param refund where it can be given back; empty where it was
   */
  public record Payment(String day, String amount, String till, String refund) {}
}
