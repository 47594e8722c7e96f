package press.tamizdat.platform.mail.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import press.tamizdat.platform.log.Trouble;

/**
 * A door for the mail server on this machine, which hands over one message after another (LMTP, RFC
 * 2033). It opens on loopback or on a socket file, and nowhere else.
 */
public final class LmtpDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("lmtp");
  private static final int MOST_CONNECTIONS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ServerSocketChannel door;
  private final Predicate<String> known;
  private final Taker taker;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lmtp-watch").factory());

  private LmtpDoor(ServerSocketChannel door, Predicate<String> known, Taker taker) {
    this.door = door;
    this.known = known;
    this.taker = taker;
  }

  /**
   * Opens at an address of this machine.
   *
   * @param address on loopback, or a socket file, which is made anew
   * @param known whether there is a mailbox of this address
   */
  public static LmtpDoor open(SocketAddress address, Predicate<String> known, Taker taker) {
    try {
      LmtpDoor door = new LmtpDoor(listen(address), known, taker);
      Thread _ = Thread.ofVirtual().name("lmtp").start(door::accept);
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen for local mail at " + address, e);
    }
  }

  private static ServerSocketChannel listen(SocketAddress address) throws IOException {
    return switch (address) {
      case UnixDomainSocketAddress file -> {
        Path path = file.getPath();
        Files.deleteIfExists(path); // what a process left that did not end well
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(file);
        // The mail server is another user: who may come near is said by the folder's rights.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        yield door;
      }
      case InetSocketAddress at when at.getAddress().isLoopbackAddress() ->
          ServerSocketChannel.open().bind(at);
      default -> throw new IllegalArgumentException("local mail is taken on loopback only");
    };
  }

  /** Where it is open. */
  public SocketAddress address() {
    try {
      return door.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (door.isOpen()) {
      try {
        room.acquire();
        SocketChannel channel = door.accept();
        open.add(channel);
        Thread _ = Thread.ofVirtual().start(() -> serve(channel));
      } catch (ClosedChannelException e) {
        return; // closed
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException e) {
        room.release();
        Trouble.log(LOG, "a connection for local mail was not accepted", e);
      }
    }
  }

  private void serve(SocketChannel channel) {
    var cut = watch.schedule(() -> cut(channel), LONGEST.toSeconds(), TimeUnit.SECONDS);
    try (channel) {
      new LmtpDialogue(channel, known, taker).hold();
    } catch (IOException e) {
      // Whoever hung up in the middle has nothing confirmed, and comes again.
      LOG.log(System.Logger.Level.DEBUG, "a connection for local mail broke");
    } finally {
      boolean _ = cut.cancel(false);
      open.remove(channel);
      room.release();
    }
  }

  private static void cut(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      Trouble.log(LOG, "a connection for local mail could not be closed", e);
    }
  }

  @Override
  public void close() {
    try {
      SocketAddress at = door.isOpen() ? address() : new InetSocketAddress(0);
      door.close();
      if (at instanceof UnixDomainSocketAddress file) {
        boolean _ = Files.deleteIfExists(file.getPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(LmtpDoor::cut);
      watch.shutdownNow();
    }
  }
}
