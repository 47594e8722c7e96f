package press.tamizdat.platform.http;

import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * How the kernel is asked for input and output, the fastest first. Containers often forbid the
 * first.
 */
public enum Transport {
  IO_URING,
  EPOLL,
  NIO;

  /** The fastest that this machine allows. */
  public static Transport best() {
    return Arrays.stream(values()).filter(Transport::isAvailable).findFirst().orElse(NIO);
  }

  /** Whether this machine allows it. */
  public boolean isAvailable() {
    return switch (this) {
      case IO_URING -> IoUring.isAvailable();
      case EPOLL -> Epoll.isAvailable();
      case NIO -> true;
    };
  }

  IoHandlerFactory loops() {
    return switch (this) {
      case IO_URING -> IoUringIoHandler.newFactory();
      case EPOLL -> EpollIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }

  /** A socket to listen with. One for IPv4 alone costs the kernel less where that is enough. */
  ChannelFactory<ServerChannel> listener(InetAddress address) {
    boolean four = address instanceof Inet4Address;
    return switch (this) {
      case IO_URING -> IoUringServerSocketChannel::new;
      case EPOLL ->
          four
              ? () -> new EpollServerSocketChannel(SocketProtocolFamily.INET)
              : EpollServerSocketChannel::new;
      case NIO -> NioServerSocketChannel::new;
    };
  }
}
