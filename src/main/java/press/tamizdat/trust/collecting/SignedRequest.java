package press.tamizdat.trust.collecting;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import press.tamizdat.trust.Sha256;

/**
 * What is signed of a request.
 *
 * @param method in upper case
 * @param authority host, in lower case, and port where it is not the scheme's own
 * @param path absolute, as sent
 * @param query without the question mark, as sent; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // hashed, never compared
public record SignedRequest(
    String method, String authority, String path, String query, byte[] body) {
  static final String COVERED =
      "(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")";

  /** The field Content-Digest (RFC 9530 §2). */
  String digest() {
    return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(body).bytes()) + ":";
  }

  /**
   * The signature base (RFC 9421 §2.5).
   *
   * @param parameters of the signature, what is covered first
   */
  byte[] base(String parameters) {
    return String.join(
            "\n",
            "\"@method\": " + method,
            "\"@authority\": " + authority,
            "\"@path\": " + path,
            "\"@query\": ?" + query,
            "\"content-digest\": " + digest(),
            "\"@signature-params\": " + parameters)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
