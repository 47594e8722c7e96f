package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class BodyCacheTest {
  private final BodyCache cache = new BodyCache(1000);

  private static ByteBuf bytes(int length) {
    return Unpooled.directBuffer(length).writeZero(length);
  }

  private static Resource resource(String name) {
    return Library.page(name);
  }

  @Test
  void whatIsKeptIsFoundByHashAndEncoding() {
    Resource page = resource("a");
    Body kept = cache.keep(page, Encoding.GZIP, Unpooled.copiedBuffer("gz", US_ASCII));
    kept.release();
    assertThat(cache.find(page, Encoding.BROTLI)).isEmpty();
    Body found = cache.find(page, Encoding.GZIP).orElseThrow();
    assertThat(found.view().toString(US_ASCII)).isEqualTo("gz");
    found.release();
  }

  @Test
  void itNeverHoldsMoreThanItsLimitAndEvictsWhatIsNotUsed() {
    Resource used = resource("used");
    cache.keep(used, Encoding.IDENTITY, bytes(100)).release();
    for (int i = 0; i < 100; i++) {
      cache.find(used, Encoding.IDENTITY).orElseThrow().release();
      cache.keep(resource("page " + i), Encoding.IDENTITY, bytes(200)).release();
      assertThat(cache.held()).isLessThanOrEqualTo(1000);
    }
    assertThat(cache.find(resource("page 0"), Encoding.IDENTITY)).isEmpty();
  }

  @Test
  void anEvictedBodyIsFreedWhenItsLastHolderLetsGo() {
    ByteBuf bytes = bytes(200);
    Body held = cache.keep(resource("a"), Encoding.IDENTITY, bytes);
    cache.clear();
    assertThat(cache.find(resource("a"), Encoding.IDENTITY)).isEmpty();
    assertThat(bytes.refCnt()).isEqualTo(1);
    held.release();
    assertThat(bytes.refCnt()).isZero();
    assertThat(held.hold()).isFalse();
  }

  @Test
  void whatIsTooLargeOrForOneReaderOnlyIsNotKept() {
    ByteBuf large = bytes(300);
    cache.keep(resource("large"), Encoding.IDENTITY, large).release();
    assertThat(large.refCnt()).isZero();
    Resource once = Library.memory(200, "text/html", "thanks", Freshness.NEVER);
    cache.keep(once, Encoding.IDENTITY, bytes(10)).release();
    assertThat(cache.held()).isZero();
  }

  @Test
  void whoComesSecondWithTheSameBytesGetsTheFirst() {
    ByteBuf second = bytes(10);
    Body first = cache.keep(resource("a"), Encoding.IDENTITY, bytes(10));
    assertThat(cache.keep(resource("a"), Encoding.IDENTITY, second)).isSameAs(first);
    assertThat(second.refCnt()).isZero();
    assertThat(cache.held()).isEqualTo(10);
  }
}
