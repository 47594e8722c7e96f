package press.tamizdat.platform.text;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Compression as HTTP has it: gzip (RFC 1952) and brotli (RFC 7932). The same bytes always give the
 * same bytes.
 */
public final class Compression {
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_COMPRESSION, true));
  private static final Encoder.Parameters SMALLEST =
      Encoder.Parameters.create(11, 22, Encoder.Mode.TEXT);

  private Compression() {}

  /** gzip at level 9, without a name or a time. About 1 ms for a page. */
  public static byte[] gzip(byte[] bytes) {
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 64 + bytes.length / 1000];
    System.arraycopy(GZIP_HEADER, 0, out, 0, GZIP_HEADER.length);
    int length = GZIP_HEADER.length;
    while (!deflater.finished()) {
      if (length == out.length) {
        out = Arrays.copyOf(out, out.length * 2);
      }
      length += deflater.deflate(out, length, out.length - length);
    }
    out = Arrays.copyOf(out, length + 8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    littleEndian(out, length, (int) crc.getValue());
    littleEndian(out, length + 4, bytes.length);
    return out;
  }

  private static void littleEndian(byte[] out, int at, int value) {
    for (int i = 0; i < 4; i++) {
      out[at + i] = (byte) (value >>> (8 * i));
    }
  }

  /** brotli at quality 11 with a window of 4 MB. About 10 to 30 ms for a page. */
  public static byte[] brotli(byte[] bytes) {
    Brotli4jLoader.ensureAvailability();
    try {
      return Encoder.compress(bytes, SMALLEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What gzip bytes stand for. */
  public static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  /** What brotli bytes stand for. */
  public static byte[] unbrotli(byte[] bytes) throws IOException {
    Brotli4jLoader.ensureAvailability();
    var result = com.aayushatharva.brotli4j.decoder.Decoder.decompress(bytes);
    if (result.getResultStatus() != com.aayushatharva.brotli4j.decoder.DecoderJNI.Status.DONE) {
      throw new IOException("not brotli");
    }
    return result.getDecompressedData();
  }
}
