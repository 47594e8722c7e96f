package press.tamizdat.platform.http;

/** What a {@link Clerk} is asked to do. HEAD is asked as GET. */
public enum Verb {
  GET,
  POST
}
