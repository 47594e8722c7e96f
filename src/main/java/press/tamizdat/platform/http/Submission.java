package press.tamizdat.platform.http;

import java.util.Map;

/**
 * A request that a {@link Clerk} answers.
 *
 * @param path see {@link Resources#find}
 * @param query what stands after the question mark, as it came: not decoded, US-ASCII; empty if
 *     there is none
 * @param contentType as it came; empty if there is none
 * @param headers those that the intake asked for and that were there, by name in lower case; what
 *     came several times is joined with a comma and a space
 * @param body empty for GET; not to be changed
 * @param source stands for where the request came from, and for nothing else: the same for the same
 *     address as long as this process lives, and of no use to anybody after that. Empty if it is
 *     not known, as behind a proxy that is not trusted to tell it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Submission(
    Verb verb,
    String path,
    String query,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    String source) {
  /** Whatever came in is nobody's to log. */
  @Override
  public String toString() {
    return "[submission]";
  }
}
