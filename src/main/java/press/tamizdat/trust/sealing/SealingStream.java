package press.tamizdat.trust.sealing;

import java.io.IOException;
import java.io.OutputStream;

/** Writes chunks; the last one is known only at the end. */
final class SealingStream extends OutputStream {
  private final OutputStream to;
  private final Chunks chunks;
  private final byte[] held = new byte[Chunks.PLAIN];
  private int count;
  private boolean closed;

  SealingStream(OutputStream to, Chunks chunks) {
    this.to = to;
    this.chunks = chunks;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (count == held.length) {
        to.write(chunks.seal(held, count, false));
        count = 0;
      }
      int now = Math.min(left, held.length - count);
      System.arraycopy(bytes, at, held, count, now);
      count += now;
      at += now;
      left -= now;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      to.write(chunks.seal(held, count, true));
      java.util.Arrays.fill(held, (byte) 0);
      to.close();
    }
  }
}
