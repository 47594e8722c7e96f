package press.tamizdat.platform.web;

/**
 * A file that came with a form. Its name is that which the sender's machine gave it, and can name a
 * person.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Upload(String name, byte[] bytes) {}
