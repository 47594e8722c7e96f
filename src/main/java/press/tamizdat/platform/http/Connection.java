package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import press.tamizdat.platform.log.Trouble;

/**
 * One connection: takes bytes in, gives answers out in the order of their requests, one at a time,
 * and ends without destroying what the peer has not read yet.
 *
 * <p>All of it happens on the connection's event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.http");

  private enum State {
    /** Between requests, or in the middle of a head. */
    READING,
    /** In the middle of a request's body. */
    RECEIVING,
    /** A body is being read from the disk or sent in pieces, or a clerk is at work. */
    ANSWERING,
    /** The last answer is on its way. */
    ENDING,
    /** All is sent and said; what still comes in is thrown away (RFC 9112 §9.6). */
    LINGERING
  }

  private static final byte[] NOTHING = {};
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] CLOSE = "Connection: close\r\n".getBytes(ISO_8859_1);

  /** Up to here a copy is cheaper than handing the kernel two pieces. */
  private static final int MOST_COPIED = 16 << 10;

  private static final int MOST_DISCARDED = 256 << 10;

  private final HttpServer server;
  private final Channel channel;
  private final Neighbours.Link link = new Neighbours.Link(this);
  private final Cork cork;
  private final Loop loop;
  private final boolean curtain;
  private State state = State.READING;
  private byte[] unread = NOTHING;
  private @Nullable Reception reception;
  private long deadline;
  private long pendingBefore = Long.MAX_VALUE;
  private int discarded;
  private boolean inputOver;
  private boolean lingers;

  Connection(HttpServer server, Channel channel, Loop loop, boolean curtain) {
    this.server = server;
    this.channel = channel;
    this.cork = new Cork(channel);
    this.loop = loop;
    this.curtain = curtain;
    this.deadline = loop.now() + limits().headTime().toMillis();
  }

  private Limits limits() {
    return server.limits();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    loop.add(link);
    if (!server.enter()) {
      cut();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    dropBody();
    loop.remove(link);
    server.leave();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      if (state == State.ENDING || state == State.LINGERING) {
        discard(in.readableBytes());
        return;
      }
      int before = unread.length;
      int size = before + in.readableBytes();
      byte[] bytes = loop.scratch(size);
      System.arraycopy(unread, 0, bytes, 0, before);
      in.readBytes(bytes, before, size - before);
      if (state == State.RECEIVING) {
        keep(bytes, receive(bytes, 0, size), size);
      } else if (state == State.ANSWERING || (before > 0 && !isWorthReading(bytes, before, size))) {
        unread = Arrays.copyOf(bytes, size);
      } else {
        take(bytes, size);
      }
    } finally {
      in.release();
    }
  }

  /** Without a line's end nothing is new; looking at every byte again for each would be a gift. */
  private boolean isWorthReading(byte[] bytes, int before, int size) {
    for (int i = before; i < size; i++) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return size > limits().requestLine();
  }

  private void discard(int count) {
    discarded += count;
    if (discarded > MOST_DISCARDED) {
      cut();
    }
  }

  /** Answers what requests there are, until one must wait or the peer does not keep up. */
  private void take(byte[] bytes, int size) {
    int at = 0;
    boolean complete = true;
    while (complete && at < size && state == State.READING && channel.isWritable()) {
      switch (loop.parser().parse(bytes, at, size)) {
        case Request request -> {
          at = loop.parser().end();
          lingers = curtain || request.curtain() || at < size;
          answer(request);
          if (state == State.RECEIVING) {
            at = receive(bytes, at, size);
          }
        }
        case Refusal refusal -> refuse(refusal);
        case Parsed.Incomplete _ -> complete = false;
      }
    }
    keep(bytes, at, size);
    if (complete && at < size && state == State.READING) {
      channel.config().setAutoRead(false);
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    boolean wanted = state == State.READING || state == State.ANSWERING;
    if (state == State.READING && from < to && (from > 0 || unread.length == 0)) {
      deadline = loop.now() + limits().headTime().toMillis();
    }
    unread = wanted && from < to ? Arrays.copyOfRange(bytes, from, to) : NOTHING;
  }

  private void answer(Request request) {
    boolean last = curtain || request.curtain() || request.last() || server.isStopping();
    try {
      switch (server.answers().to(request)) {
        case Answer.Ready ready -> give(ready, last);
        case Answer.Cold cold -> waiting(() -> read(request, cold, last));
        case Answer.InPieces pieces -> waiting(() -> send(request, pieces, last));
        case Answer.ByHand(Intake intake) -> begin(request, intake, last);
        case Answer.Refused(Refusal refusal) -> refuse(refusal);
      }
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a request could not be answered", e);
      refuse(Refusal.FAILURE);
    }
  }

  /** Lets a clerk answer, once the body is here. The parser still has the request. */
  private void begin(Request request, Intake intake, boolean last) {
    RequestParser.Particulars particulars = loop.parser().particulars();
    Optional<Refusal> refusal = Reception.refusal(request, intake, particulars);
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return;
    }
    if (!server.intakes().enter()) {
      refuse(Refusal.BUSY);
      return;
    }
    Reception begun =
        new Reception(server, request, intake, particulars, channel.remoteAddress(), last);
    reception = begun;
    if (begun.isWhole()) {
      attend(begun);
      return;
    }
    state = State.RECEIVING;
    deadline = loop.now() + limits().bodyTime().toMillis();
    if (begun.isAwaited()) {
      cork.pull();
      var _ = channel.writeAndFlush(channel.alloc().directBuffer().writeBytes(CONTINUE));
    }
  }

  /** Takes the next bytes of a body; up to where they belonged to it. */
  private int receive(byte[] bytes, int from, int to) {
    Reception receiving = reception;
    if (receiving == null) {
      throw new IllegalStateException("nothing is being received");
    }
    Optional<Refusal> refusal = receiving.read(bytes, from, to);
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return to;
    }
    if (receiving.isWhole()) {
      attend(receiving);
    }
    return receiving.end();
  }

  private void attend(Reception received) {
    reception = null;
    Submission submission = received.submission();
    waiting(() -> attend(received, submission));
  }

  private void attend(Reception received, Submission submission) {
    Optional<Resource> made = received.made(submission);
    onLoop(
        () -> {
          state = State.READING;
          if (made.isPresent()) {
            give(server.answers().fresh(received.request(), made.get()), received.isLast());
          } else {
            refuse(Refusal.FAILURE);
          }
          resume();
        });
  }

  private void give(Answer.Ready answer, boolean last) {
    deadline = loop.now() + limits().idleTime().toMillis();
    pendingBefore = Long.MAX_VALUE;
    ByteBuf body = answer.body().orElse(Unpooled.EMPTY_BUFFER);
    int length = body.readableBytes();
    boolean together = length <= MOST_COPIED;
    ByteBuf head = head(answer.status(), answer.fields(), last, together ? length : 0);
    ChannelPromise written = last ? ending() : channel.voidPromise();
    if (together) {
      var _ = channel.write(head.writeBytes(body), written);
      body.release();
    } else {
      var _ = channel.write(head, channel.voidPromise());
      var _ = channel.write(body, written);
    }
  }

  private ByteBuf head(int status, byte[] fields, boolean last, int more) {
    byte[] line = StatusLine.of(status);
    byte[] date = loop.date();
    int length = line.length + date.length + CLOSE.length + fields.length + more;
    ByteBuf head = channel.alloc().directBuffer(length).writeBytes(line).writeBytes(date);
    if (last) {
      head.writeBytes(CLOSE);
    } else {
      cork.pull();
    }
    return head.writeBytes(fields);
  }

  private void dropBody() {
    if (reception != null) {
      reception.leave();
      reception = null;
    }
  }

  private void refuse(Refusal refusal) {
    dropBody();
    lingers = true;
    give(refusal.answer(), true);
  }

  /** Work that may wait goes to a thread of its own; meanwhile the peer's bytes stay with it. */
  private void waiting(Runnable work) {
    state = State.ANSWERING;
    deadline = Long.MAX_VALUE;
    channel.config().setAutoRead(false);
    Thread.ofVirtual().name("http-read").start(work);
  }

  private void read(Request request, Answer.Cold cold, boolean last) {
    Body body;
    try {
      body = server.shelf().read(cold.resource(), cold.encoding(), cold.file());
    } catch (IOException e) {
      onLoop(() -> again(request, cold.of(), e));
      return;
    }
    Runnable answer =
        () -> {
          give(server.answers().ready(request, cold.resource(), cold.encoding(), body), last);
          resume();
        };
    if (!onLoop(answer)) {
      body.release();
    }
  }

  private void send(Request request, Answer.InPieces answer, boolean last) {
    Runnable head =
        () -> {
          var _ =
              channel.write(head(answer.status(), answer.fields(), last, 0), channel.voidPromise());
        };
    Pieces pieces = new Pieces(channel, limits().idleTime());
    try {
      Pieces.Outcome outcome = server.shelf().send(pieces, answer, head);
      onLoop(() -> sent(outcome, last));
    } catch (IOException e) {
      onLoop(() -> again(request, answer.of(), e));
    }
  }

  private void sent(Pieces.Outcome outcome, boolean last) {
    switch (outcome) {
      case CUT -> cut();
      case TOO_MANY -> {
        refuse(Refusal.BUSY);
        channel.flush();
      }
      case TAKEN -> {
        if (last) {
          ending().setSuccess();
        }
        resume();
      }
    }
  }

  /** A file may have gone with what was served before; then what is served now has the answer. */
  private void again(Request request, Resources before, IOException e) {
    state = State.READING;
    if (server.shelf().resources().equals(before)) {
      Trouble.log(LOG, "a file that is served cannot be read", e);
      refuse(Refusal.FAILURE);
    } else {
      answer(request);
    }
    channel.flush();
    if (state == State.READING) {
      resume();
    }
  }

  /** Goes on with what was read meanwhile. */
  private void resume() {
    channel.flush();
    if (state == State.ANSWERING) {
      state = State.READING;
      deadline = loop.now() + limits().idleTime().toMillis();
    }
    if (state == State.READING) {
      byte[] bytes = unread;
      unread = NOTHING;
      listen();
      take(bytes, bytes.length);
      channel.flush();
      if (inputOver || server.isStopping()) {
        leave();
      }
    }
  }

  /** False if the loop has ended, as it does when the server has stopped. */
  private boolean onLoop(Runnable work) {
    try {
      channel.eventLoop().execute(work);
      return true;
    } catch (RejectedExecutionException stopped) {
      return false;
    }
  }

  private ChannelPromise ending() {
    state = State.ENDING;
    return channel.newPromise().addListener(written -> end(written.isSuccess()));
  }

  private void end(boolean written) {
    if (!written || inputOver || !lingers) {
      cut();
      return;
    }
    // Closing at once would answer whatever still comes in with a reset, and that can destroy what
    // the peer has not read yet.
    state = State.LINGERING;
    deadline = loop.now() + limits().lingerTime().toMillis();
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    listen();
    var _ = ((DuplexChannel) channel).shutdownOutput();
  }

  private void listen() {
    if (channel.isActive() && !inputOver) {
      channel.config().setAutoRead(true);
    }
  }

  private void cut() {
    var _ = channel.close();
  }

  /** Ends the connection if it is between two requests. */
  void leave() {
    if (state == State.READING && (unread.length == 0 || inputOver)) {
      lingers = false;
      var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER, ending());
    }
  }

  /** Looks at the clock. */
  void step() {
    if (loop.now() < deadline) {
      return;
    }
    long pending = pending();
    if (pending > 0 && pending < pendingBefore) {
      pendingBefore = pending;
      deadline = loop.now() + limits().idleTime().toMillis();
    } else if (pending == 0
        && (state == State.RECEIVING || (state == State.READING && unread.length > 0))) {
      refuse(Refusal.TIMEOUT);
      channel.flush();
    } else {
      cut();
    }
  }

  private long pending() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    channel.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable() && state == State.READING && !channel.config().isAutoRead()) {
      resume();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputOver = true;
      if (state == State.LINGERING) {
        cut();
      } else if (state == State.RECEIVING) {
        refuse(Refusal.BAD_REQUEST);
        channel.flush();
      } else if (channel.config().isAutoRead()) {
        leave();
      }
    }
  }

  /** A peer that breaks off is nobody's fault, and the message may hold its address. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      Trouble.log(LOG, "a connection failed", cause);
    }
    cut();
  }
}
