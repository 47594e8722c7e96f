package press.tamizdat.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.MovableClock;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.envelope.ReplyKey;
import press.tamizdat.trust.sealing.OpeningKey;

class PostOfficeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final MovableClock now = new MovableClock(START);
  private final OpeningKey key = OpeningKey.generate(RANDOM);
  private final List<String> got = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  private PostOffice office(Map<String, Handler> handlers) {
    return new PostOffice(List.of(new FolderBox(folder)), key, handlers, now);
  }

  private String drop(String kind, String text, Optional<ReplyKey> reply) throws Exception {
    String id = Ids.next(RANDOM);
    Envelope envelope =
        new Envelope(id, kind, START, Map.of("text", List.of(text)), Map.of(), new byte[0], reply);
    Path temporary = folder.resolve(id + ".tmp");
    Files.write(temporary, key.sealing().seal(envelope.toJson()));
    Files.move(temporary, folder.resolve(id + ".age"));
    return id;
  }

  @Test
  void anEnvelopeIsRemovedOnceItIsHandled() throws Exception {
    String id = drop("note", "hello", Optional.empty());
    try (PostOffice office =
        office(
            Map.of(
                "note",
                e -> {
                  got.add(e.id() + " " + e.text("text"));
                  return Handled.done();
                }))) {
      assertThat(office.collect()).isEqualTo(1);
      assertThat(office.collect()).isZero();
    }
    assertThat(got).containsExactly(id + " hello");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeHandledNowIsHandledLater() throws Exception {
    String id = drop("note", "hello", Optional.empty());
    AtomicBoolean up = new AtomicBoolean();
    try (PostOffice office =
        office(
            Map.of(
                "note",
                e -> {
                  got.add(e.id());
                  if (got.size() == 2) {
                    throw new IllegalStateException("broken");
                  }
                  return up.get() ? Handled.done() : new Handled.Later("the relay is down");
                }))) {
      assertThat(office.collect()).isZero();
      assertThat(office.collect()).isZero();
      assertThat(got).hasSize(1);
      now.advance(Duration.ofSeconds(6));
      assertThat(office.collect()).isZero();
      assertThat(got).hasSize(2);
      now.advance(Duration.ofMinutes(1));
      up.set(true);
      assertThat(office.collect()).isEqualTo(1);
    }
    assertThat(got).containsOnly(id).hasSize(3);
  }

  @Test
  void whatIsNoEnvelopeOfOursIsThrownAway() throws Exception {
    drop("unknown", "hello", Optional.empty());
    Files.write(folder.resolve(Ids.next(RANDOM) + ".age"), "not sealed".getBytes(UTF_8));
    Files.write(
        folder.resolve(Ids.next(RANDOM) + ".age"),
        OpeningKey.generate(RANDOM).sealing().seal("{}".getBytes(UTF_8)));
    Files.write(folder.resolve("half.tmp"), new byte[3]);
    try (PostOffice office = office(Map.of())) {
      assertThat(office.collect()).isEqualTo(3);
    }
    assertThat(folder.resolve("half.tmp")).exists();
  }

  @Test
  void whoeverWaitsGetsAnAnswerThatNobodyElseCanRead() throws Exception {
    ReplyKey reply = ReplyKey.generate(RANDOM);
    CountDownLatch done = new CountDownLatch(1);
    Answer answer = Answer.page("en/support/paid.html", Map.of("amount", "5.00"));
    try (PostOffice office =
        office(
            Map.of(
                "ask",
                e -> {
                  done.countDown();
                  return Handled.done(answer);
                }))) {
      office.start();
      String id = drop("ask", "", Optional.of(reply));
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
      Path file = folder.resolve(id + ".answer");
      for (int i = 0; i < 200 && !Files.exists(file); i++) {
        Thread.sleep(10);
      }
      assertThat(reply.open(Files.readAllBytes(file))).contains(answer);
    }
  }
}
