package press.tamizdat.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.util.IllegalReferenceCountException;

/**
 * The bytes of one body, counted by who holds them, and the fields that were last sent with them.
 *
 * <p>The buffer must not come from a pool: a pool would give the same object to somebody else while
 * a late reader still tries to hold it.
 */
final class Body {
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  private record Told(Resource resource, byte[] fields) {}

  private final ByteBuf bytes;
  private final Encoding encoding;
  private final int length;
  private volatile boolean used;
  private volatile Told told;

  Body(Resource resource, Encoding encoding, ByteBuf bytes) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.length = bytes.readableBytes();
    this.told = new Told(resource, Fields.whole(resource, encoding, length));
  }

  int length() {
    return length;
  }

  /** False if it was let go of by everybody before. */
  boolean hold() {
    try {
      bytes.retain();
    } catch (IllegalReferenceCountException gone) {
      return false;
    }
    if (!used) {
      used = true;
    }
    return true;
  }

  /** For who holds it already. */
  void mustHold() {
    bytes.retain();
  }

  void release() {
    bytes.release();
  }

  /** A view of the bytes; releasing it ends one hold. */
  ByteBuf view() {
    return bytes.duplicate();
  }

  /** A view of a part of the bytes; releasing it ends one hold. */
  ByteBuf view(int from, int length) {
    return bytes.slice(from, length);
  }

  /** The header fields for this resource, which may differ where the bytes do not. */
  byte[] fields(Resource resource) {
    Told last = told;
    if (last.resource().equals(resource)) {
      return last.fields();
    }
    byte[] fields = Fields.whole(resource, encoding, length);
    told = new Told(resource, fields);
    return fields;
  }

  /** Whether it was used since this was last asked. */
  boolean wasUsed() {
    boolean was = used;
    used = false;
    return was;
  }
}
