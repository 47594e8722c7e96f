package press.tamizdat.platform.http;

/**
 * A request head that was understood.
 *
 * @param path see {@link Resources#find}
 * @param last the peer wants, or can take, no further answer on this connection
 * @param curtain it came to a host name at which every answer ends its connection
 * @param hasQuery whether a question mark stands after the path
 * @param length of the body that follows: {@link #UNSAID}, {@link BodyReader#CHUNKED} or bytes
 * @param ifNoneMatch empty if absent, as are the others
 */
record Request(
    Method method,
    String path,
    boolean last,
    boolean curtain,
    boolean hasQuery,
    long length,
    Accepted accepted,
    String ifNoneMatch,
    String range,
    String ifRange)
    implements Parsed {
  /** Nothing says that there is a body, so there is none (RFC 9112 §6.3). */
  static final long UNSAID = -2;

  /** What we can be asked to do. */
  enum Method {
    GET,
    HEAD,
    POST,
    OPTIONS,
    OTHER
  }

  boolean hasBody() {
    return length == BodyReader.CHUNKED || length > 0;
  }

  /** As a clerk is asked. */
  Verb verb() {
    return method == Method.POST ? Verb.POST : Verb.GET;
  }
}
