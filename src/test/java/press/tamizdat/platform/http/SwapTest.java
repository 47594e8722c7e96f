package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.http.Wire.Reply;

class SwapTest {
  private static final int PAGES = 40;

  @TempDir Path folder;

  /** Every page says which edition it is of, in its head and over and over in its body. */
  private Library edition(int number) throws IOException {
    Map<String, Resource> pages = new HashMap<>();
    for (int i = 0; i < PAGES; i++) {
      String text = ("<" + number + ":" + i + ">").repeat(1000 + i * 50);
      Path file = Files.writeString(folder.resolve(number + "-" + i), text);
      pages.put(
          "/" + i,
          new Resource(
              200,
              "text/html",
              Library.hash(text),
              Freshness.BRIEFLY,
              Map.of(Encoding.IDENTITY, Content.of(file, text.length())),
              Map.of("X-Edition", Integer.toString(number))));
    }
    return new Library(pages);
  }

  @Test
  void aSwapUnderLoadDropsNothingAndMixesNothing()
      throws IOException, InterruptedException, ExecutionException {
    AtomicBoolean over = new AtomicBoolean();
    try (HttpServer server = HttpServer.start(Library.config(), edition(0), path -> {});
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        boolean curtain = i % 4 == 3;
        counts.add(readers.submit(() -> read(server, curtain, over)));
      }
      for (int number = 1; number <= 60; number++) {
        server.serve(edition(number));
        Thread.sleep(15);
        assertThat(server.bytesAtHand()).isLessThanOrEqualTo(1 << 20);
      }
      over.set(true);
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isGreaterThan(20);
      }
      assertThat(Wire.get(server.ports().getFirst(), "/3").header("x-edition")).isEqualTo("60");
    }
  }

  private static int read(HttpServer server, boolean curtain, AtomicBoolean over) {
    int count = 0;
    int newest = 0;
    Wire wire = new Wire(server.ports().getFirst());
    while (!over.get()) {
      int page = count++ % PAGES;
      if (curtain) {
        wire.close();
        wire = new Wire(server.ports().getLast());
      }
      Reply reply = wire.request("GET /" + page + " HTTP/1.1", "Host: localhost");
      int number = Integer.parseInt(reply.header("x-edition"));
      assertThat(reply.text())
          .isEqualTo(("<" + number + ":" + page + ">").repeat(1000 + page * 50));
      assertThat(number).isGreaterThanOrEqualTo(newest);
      newest = number;
    }
    wire.close();
    return count;
  }

  @Test
  void aFileThatWentWithTheOldEditionIsAnsweredFromTheNew() throws IOException {
    Library old = edition(1);
    Library next = edition(2);
    Files.delete(folder.resolve("1-0"));
    List<HttpServer> started = new ArrayList<>();
    // The swap comes after the old edition was asked and before its file is read.
    Resources swapping =
        new Resources() {
          @Override
          public java.util.Optional<Resource> find(String path) {
            started.getFirst().serve(next);
            return old.find(path);
          }

          @Override
          public Resource notFound(String path) {
            return old.notFound(path);
          }
        };
    try (HttpServer server = HttpServer.start(Library.config(), swapping, path -> {})) {
      started.add(server);
      Reply reply = Wire.get(server.ports().getFirst(), "/0");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("x-edition")).isEqualTo("2");
    }
  }
}
