package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A blocked reader gets the bundle on a connection that freezes after a few kilobytes. */
class BundleSizeTest {
  private static final int MOST = 4096;

  @Test
  void aBundleWithOneRootHolderFits() throws IOException {
    Press press = Press.open();
    press.publish();
    byte[] bundle = press.source().fetch(Bundle.NAME, Long.MAX_VALUE).orElseThrow();
    assertThat(gzip(bundle)).isLessThanOrEqualTo(MOST);
    assertThat(brotli(bundle)).isLessThanOrEqualTo(MOST);
  }

  private static int gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    }
    return out.size();
  }

  private static int brotli(byte[] bytes) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(bytes, Encoder.Parameters.create(11)).length;
  }
}
