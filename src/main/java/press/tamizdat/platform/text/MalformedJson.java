package press.tamizdat.platform.text;

/** Bytes that are not the JSON that {@link Json} takes; the message says what and where. */
public final class MalformedJson extends IllegalArgumentException {
  public MalformedJson(String message) {
    super(message);
  }
}
