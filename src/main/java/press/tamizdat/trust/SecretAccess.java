package press.tamizdat.trust;

/**
 * Leave to read a secret. It proves nothing to the machine; it makes every place that reads a
 * secret visible in a review, with the reason beside it.
 *
 * @param purpose what the secret is read for, such as {@code "sign an edition"}
 */
public record SecretAccess(String purpose) {
  public SecretAccess {
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("say what the secret is read for");
    }
  }
}
