package press.tamizdat.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.http.Request.Method;

/** Decides what a request is answered with (RFC 9110 §9 and §13 to §15). Never waits. */
final class Answers {
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final Answer.Ready OPTIONS =
      new Answer.Ready(204, Fields.plain(Map.of("Allow", METHODS)), Optional.empty());
  private static final Answer.Ready NOT_ALLOWED =
      new Answer.Ready(
          405, Fields.plain(Map.of("Allow", METHODS, "Content-Length", "0")), Optional.empty());

  private final Shelf shelf;
  private final Counts counts;

  Answers(Shelf shelf, Counts counts) {
    this.shelf = shelf;
    this.counts = counts;
  }

  Answer to(Request request) {
    return switch (request.method()) {
      case GET, HEAD -> read(request);
      case OPTIONS -> OPTIONS;
      case POST -> take(request);
      case OTHER -> NOT_ALLOWED;
    };
  }

  private Answer take(Request request) {
    Optional<Intake> intake = shelf.resources().intake(Verb.POST, request.path());
    if (intake.isPresent()) {
      return new Answer.ByHand(intake.get());
    }
    return request.hasBody() ? new Answer.Refused(Refusal.BODY_TOO_LARGE) : NOT_ALLOWED;
  }

  private Answer read(Request request) {
    Resources resources = shelf.resources();
    if (request.hasQuery()) {
      Optional<Intake> asked = resources.intake(Verb.GET, request.path());
      if (asked.isPresent()) {
        return new Answer.ByHand(asked.get());
      }
    }
    Optional<Resource> found = resources.find(request.path());
    if (found.isEmpty() && !request.hasQuery()) {
      Optional<Intake> asked = resources.intake(Verb.GET, request.path());
      if (asked.isPresent()) {
        return new Answer.ByHand(asked.get());
      }
    }
    Resource resource = found.isPresent() ? found.get() : resources.notFound(request.path());
    Encoding encoding = request.accepted().choose(resource.contents());
    count(request, resource);
    if (hasAlready(request, resource, encoding)) {
      return new Answer.Ready(304, Fields.unchanged(resource, encoding), Optional.empty());
    }
    Content content = resource.content(encoding);
    if (request.method() == Method.HEAD) {
      byte[] fields = Fields.whole(resource, encoding, content.length());
      return new Answer.Ready(resource.status(), fields, Optional.empty());
    }
    if (content.length() > Shelf.LONGEST_KEPT) {
      return inPieces(request, resources, resource, encoding);
    }
    Optional<Body> body = shelf.atHand(resource, encoding);
    if (body.isPresent()) {
      return ready(request, resource, encoding, body.get());
    }
    return switch (content) {
      case Content.InFile file -> new Answer.Cold(resources, resource, encoding, file);
      case Content.InMemory memory -> throw new IllegalStateException("not at hand: " + memory);
    };
  }

  /** What a clerk has made, which goes to this reader and is kept by nobody. */
  Answer.Ready fresh(Request request, Resource resource) {
    Encoding encoding = request.accepted().choose(resource.contents());
    Content content = resource.content(encoding);
    byte[] fields = Fields.whole(resource, encoding, content.length());
    if (request.method() == Method.HEAD) {
      return new Answer.Ready(resource.status(), fields, Optional.empty());
    }
    if (!(content instanceof Content.InMemory(byte[] bytes))) {
      throw new IllegalStateException("what is made on the spot is in memory");
    }
    return new Answer.Ready(resource.status(), fields, Optional.of(Unpooled.wrappedBuffer(bytes)));
  }

  /** The answer once the body is there; the hold on it passes to the answer. */
  Answer.Ready ready(Request request, Resource resource, Encoding encoding, Body body) {
    Optional<ByteRange> part = part(request, resource, encoding, body.length());
    if (part.isEmpty()) {
      return new Answer.Ready(resource.status(), body.fields(resource), Optional.of(body.view()));
    }
    ByteRange range = part.get();
    if (range.isNowhere()) {
      body.release();
      return nowhere(resource, body.length());
    }
    byte[] fields = Fields.part(resource, encoding, range, body.length());
    ByteBuf view = body.view((int) range.from(), (int) range.length());
    return new Answer.Ready(206, fields, Optional.of(view));
  }

  private Answer inPieces(
      Request request, Resources resources, Resource resource, Encoding encoding) {
    Content content = resource.content(encoding);
    long length = content.length();
    Optional<ByteRange> part = part(request, resource, encoding, length);
    if (part.isEmpty()) {
      byte[] fields = Fields.whole(resource, encoding, length);
      ByteRange all = new ByteRange(0, length);
      return new Answer.InPieces(resources, resource.status(), fields, content, all);
    }
    if (part.get().isNowhere()) {
      return nowhere(resource, length);
    }
    byte[] fields = Fields.part(resource, encoding, part.get(), length);
    return new Answer.InPieces(resources, 206, fields, content, part.get());
  }

  private static Answer.Ready nowhere(Resource resource, long length) {
    return new Answer.Ready(416, Fields.noSuchPart(resource, length), Optional.empty());
  }

  private static Optional<ByteRange> part(
      Request request, Resource resource, Encoding encoding, long length) {
    if (request.range().isEmpty() || !resource.hasTag()) {
      return Optional.empty();
    }
    return Precondition.isOfSame(request.ifRange(), resource.tag(encoding))
        ? ByteRange.parse(request.range(), length)
        : Optional.empty();
  }

  private static boolean hasAlready(Request request, Resource resource, Encoding encoding) {
    return !request.ifNoneMatch().isEmpty()
        && resource.hasTag()
        && Precondition.hasAlready(request.ifNoneMatch(), resource.tag(encoding));
  }

  private void count(Request request, Resource resource) {
    if (request.method() == Method.GET && resource.status() == 200 && resource.isPage()) {
      counts.read(request.path());
    }
  }
}
