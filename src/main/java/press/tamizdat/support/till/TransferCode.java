package press.tamizdat.support.till;

import io.nayuki.qrcodegen.QrCode;
import press.tamizdat.support.Money;

/**
 * A SEPA credit transfer as a QR code that banking apps read (EPC069-12, version 002): error
 * correction M, UTF-8, structured reference.
 */
final class TransferCode {
  private static final int QUIET = 4;
  private static final int LONGEST_NAME = 70;

  private TransferCode() {}

  /** The text in the code. */
  static String text(String beneficiary, String iban, String bic, Money amount, String reference) {
    String name =
        beneficiary.length() > LONGEST_NAME ? beneficiary.substring(0, LONGEST_NAME) : beneficiary;
    return String.join(
        "\n",
        "BCD",
        "002",
        "1",
        "SCT",
        bic,
        name,
        iban,
        amount.currency() + amount.decimal(),
        "",
        reference);
  }

  /**
   * A code as the path of an SVG.
   *
   * @param size of the square, with the white around it
   * @param path the value of {@code d}
   */
  record Drawing(int size, String path) {}

  static Drawing draw(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(x - from).append("v1H").append(from + QUIET).append('z');
        }
      }
    }
    return new Drawing(code.size + 2 * QUIET, path.toString());
  }
}
