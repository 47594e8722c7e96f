package press.tamizdat.platform.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Opens doors: listening sockets, and what the connections that come in by them are given. */
final class Doorway {
  /**
   * Linux, tcp(7): send full segments only. What is left is sent when the connection is closed, and
   * then the close travels with it instead of in a packet of its own. Accepted sockets inherit it.
   */
  private static final ChannelOption<Integer> TCP_CORK = new IntegerUnixChannelOption("CORK", 6, 3);

  private static final int BACKLOG = 4096;

  private final HttpServer server;
  private final Transport transport;
  private final EventLoopGroup group;

  Doorway(HttpServer server, Transport transport, EventLoopGroup group) {
    this.server = server;
    this.transport = transport;
    this.group = group;
  }

  Channel open(Door door) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(transport.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(new Entrance(server, door.curtain()));
    if (door.curtain() && transport != Transport.NIO) {
      bootstrap.option(TCP_CORK, 1);
    }
    ChannelFuture bound = bootstrap.bind(door.address()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new UncheckedIOException(
          "cannot listen on port "
              + door.address().getPort()
              + ": it is in use or not allowed; choose another",
          new IOException(bound.cause()));
    }
    return bound.channel();
  }

  private static final class Entrance extends ChannelInitializer<Channel> {
    private final HttpServer server;
    private final boolean curtain;

    Entrance(HttpServer server, boolean curtain) {
      this.server = server;
      this.curtain = curtain;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel.pipeline().addLast(new Connection(server, channel, server.loopOf(channel), curtain));
    }
  }
}
