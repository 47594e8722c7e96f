package press.tamizdat.platform.http;

/**
 * A request head that was understood.
 *
 * @param path see {@link Resources#find}
 * @param last the peer wants, or can take, no further answer on this connection
 * @param curtain it came to a host name at which every answer ends its connection
 * @param ifNoneMatch empty if absent, as are the others
 */
record Request(
    Method method,
    String path,
    boolean last,
    boolean curtain,
    Accepted accepted,
    String ifNoneMatch,
    String range,
    String ifRange)
    implements Parsed {

  /** What we can be asked to do. */
  enum Method {
    GET,
    HEAD,
    OPTIONS,
    OTHER
  }

  boolean wantsBody() {
    return method != Method.HEAD;
  }
}
