package press.tamizdat.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves {@link Resources} at one or more doors until it is stopped. */
public final class HttpServer implements AutoCloseable {
  /** Netty's own log lines name connections by both addresses. */
  private static final Logger NETTY = Logger.getLogger("io.netty");

  static {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    NETTY.setLevel(Level.OFF);
  }

  private final Config config;
  private final Shelf shelf;
  private final Answers answers;
  private final Intakes intakes;
  private final Sources sources;
  private final EventLoopGroup group;
  private final Map<EventExecutor, Loop> loops = new HashMap<>();
  private final List<Channel> doors = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch empty = new CountDownLatch(1);
  private volatile boolean stopping;

  private HttpServer(Config config, Resources resources, Counts counts) {
    this.config = config;
    this.shelf = new Shelf(resources, config.cacheBytes());
    this.answers = new Answers(shelf, counts);
    this.intakes = new Intakes(config.limits().intakes(), config.limits().bodyBytes());
    this.sources = new Sources(new SecureRandom(), config.behindProxy());
    this.group =
        new MultiThreadIoEventLoopGroup(
            config.loops(), new DefaultThreadFactory("http", true), config.transport().loops());
    group.forEach(
        executor ->
            loops.put(executor, new Loop(executor, config.limits(), config.curtainHosts())));
  }

  /**
   * Opens all doors.
   *
   * @throws UncheckedIOException if a port cannot be had; then none is open
   */
  public static HttpServer start(Config config, Resources resources, Counts counts) {
    HttpServer server = new HttpServer(config, resources, counts);
    try {
      Doorway doorway = new Doorway(server, config.transport(), server.group);
      config.doors().forEach(door -> server.doors.add(doorway.open(door)));
      return server;
    } catch (RuntimeException e) {
      server.stop(Duration.ZERO);
      throw e;
    }
  }

  /**
   * Serves these from now on. Requests under way are answered from what was served before, whose
   * files must stay readable for them; if one has gone, they are answered from these.
   */
  public void serve(Resources next) {
    shelf.put(next);
  }

  /** The port of each door, in the order of the configuration. */
  public List<Integer> ports() {
    return doors.stream().map(door -> ((InetSocketAddress) door.localAddress()).getPort()).toList();
  }

  /** How many connections are open. */
  public int connections() {
    return open.get();
  }

  /** How many bytes of bodies are kept in memory. */
  public long bytesAtHand() {
    return shelf.held();
  }

  /** Closes the doors, lets answers under way be sent for so long, and ends. */
  public synchronized void stop(Duration grace) {
    if (group.isShuttingDown()) {
      return;
    }
    doors.forEach(door -> door.close().awaitUninterruptibly());
    stopping = true;
    loops.forEach(
        (executor, loop) -> executor.execute(() -> loop.connections().forEach(Connection::leave)));
    awaitEmpty(grace);
    var _ = group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    shelf.clear();
  }

  private void awaitEmpty(Duration grace) {
    if (open.get() == 0) {
      return;
    }
    try {
      boolean inTime = empty.await(grace.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.getLogger("press.tamizdat.http")
            .log(System.Logger.Level.INFO, "stopped with connections still open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(5));
  }

  /** Counts a connection in; false if there is no room for it. */
  boolean enter() {
    return open.incrementAndGet() <= config.limits().connections();
  }

  void leave() {
    if (open.decrementAndGet() == 0 && stopping) {
      empty.countDown();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  Limits limits() {
    return config.limits();
  }

  Shelf shelf() {
    return shelf;
  }

  Answers answers() {
    return answers;
  }

  Intakes intakes() {
    return intakes;
  }

  Sources sources() {
    return sources;
  }

  Loop loopOf(Channel channel) {
    Loop loop = loops.get(channel.eventLoop());
    if (loop == null) {
      throw new IllegalStateException("a connection on a loop of somebody else");
    }
    return loop;
  }
}
