package press.tamizdat.trust.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads chunks; nothing is given out of one that was changed. */
final class OpeningStream extends InputStream {
  private final InputStream from;
  private final Chunks chunks;
  private byte[] next;
  private byte[] plain = new byte[0];
  private int at;
  private boolean last;

  OpeningStream(InputStream from, Chunks chunks) throws IOException {
    this.from = from;
    this.chunks = chunks;
    this.next = from.readNBytes(Chunks.SEALED);
  }

  @Override
  public int read() throws IOException {
    return fill() ? plain[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int now = Math.min(length, plain.length - at);
    System.arraycopy(plain, at, to, offset, now);
    at += now;
    return now;
  }

  /** False at the end. */
  private boolean fill() throws IOException {
    while (at == plain.length) {
      if (last) {
        return false;
      }
      byte[] sealed = next;
      next = sealed.length < Chunks.SEALED ? new byte[0] : from.readNBytes(Chunks.SEALED);
      last = next.length == 0;
      plain =
          chunks
              .open(sealed, 0, sealed.length, last)
              .orElseThrow(() -> new IOException("the sealed file was changed or cut short"));
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(plain, (byte) 0);
    from.close();
  }
}
