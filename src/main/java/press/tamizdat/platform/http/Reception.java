package press.tamizdat.platform.http;

import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.log.Trouble;

/** One request on its way to its clerk. */
final class Reception {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.http");

  private final HttpServer server;
  private final Request request;
  private final Intake intake;
  private final RequestParser.Particulars particulars;
  private final String source;
  private final boolean last;
  private final BodyReader body;
  private int held;

  /** Has been counted in with {@link Intakes#enter}; {@link #leave} counts it out. */
  Reception(
      HttpServer server,
      Request request,
      Intake intake,
      RequestParser.Particulars particulars,
      SocketAddress peer,
      boolean last) {
    this.server = server;
    this.request = request;
    this.intake = intake;
    this.particulars = particulars;
    this.last = last;
    this.source =
        server
            .sources()
            .of(peer, particulars.header("x-forwarded-for"), particulars.header("forwarded"));
    long length = request.verb() == Verb.GET ? 0 : request.length();
    this.body = new BodyReader(length, intake.most());
  }

  /** Why a request cannot be taken, as far as its head tells. */
  static Optional<Refusal> refusal(
      Request request, Intake intake, RequestParser.Particulars particulars) {
    String expected = particulars.header("expect");
    if (!expected.isEmpty() && !expected.equalsIgnoreCase("100-continue")) {
      return Optional.of(Refusal.EXPECTATION);
    }
    if (request.verb() == Verb.GET) {
      return Optional.empty();
    }
    if (request.length() == Request.UNSAID) {
      return Optional.of(Refusal.LENGTH_REQUIRED);
    }
    if (request.length() > intake.most()) {
      return Optional.of(Refusal.BODY_TOO_LARGE);
    }
    if (request.hasBody() && !intake.takes(particulars.header("content-type"))) {
      return Optional.of(Refusal.UNSUPPORTED_TYPE);
    }
    return Optional.empty();
  }

  Request request() {
    return request;
  }

  boolean isLast() {
    return last;
  }

  /** Whether the peer sends the body only when it is told that it is wanted (RFC 9110 §10.1.1). */
  boolean isAwaited() {
    return !particulars.header("expect").isEmpty();
  }

  boolean isWhole() {
    return body.isWhole();
  }

  Optional<Refusal> read(byte[] bytes, int from, int to) {
    Optional<Refusal> wrong = body.read(bytes, from, to);
    int more = body.held() - held;
    held = body.held();
    return wrong.isEmpty() && !server.intakes().hold(more) ? Optional.of(Refusal.BUSY) : wrong;
  }

  /** Up to where the bytes that were read last belonged to the body. */
  int end() {
    return body.end();
  }

  Submission submission() {
    Map<String, String> shown = new HashMap<>();
    for (String name : intake.headers()) {
      String value = particulars.headers().get(name);
      if (value != null) {
        shown.put(name, value);
      }
    }
    return new Submission(
        request.verb(),
        request.path(),
        particulars.query(),
        particulars.header("content-type"),
        Map.copyOf(shown),
        body.body(),
        source);
  }

  /** Lets the clerk answer, and counts this out; empty if that failed. */
  Optional<Resource> made(Submission submission) {
    try {
      return Optional.of(intake.clerk().answer(submission));
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a submission could not be answered", e);
      return Optional.empty();
    } finally {
      leave();
    }
  }

  /** Gives back the room that it took. */
  void leave() {
    var _ = server.intakes().hold(-held);
    held = 0;
    server.intakes().leave();
  }
}
