package press.tamizdat.platform.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Opens doors: listening sockets, and what the connections that come in by them are given. */
final class Doorway {
  /**
   * Linux, tcp(7): for a second a connection is not shown to us before its request is there too.
   * Not behind the curtain, for a peer that connects and waits is then sent a packet more.
   */
  private static final ChannelOption<Integer> TCP_DEFER_ACCEPT =
      new IntegerUnixChannelOption("DEFER_ACCEPT", 6, 9);

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
            .channelFactory(transport.listener(door.address().getAddress()))
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(new Entrance(server, door.curtain()));
    if (transport != Transport.NIO) {
      bootstrap.option(Cork.TCP_CORK, 1);
      if (!door.curtain()) {
        bootstrap.option(TCP_DEFER_ACCEPT, 1);
      }
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

  /** Netty's own initializer keeps a set of whom it let in, which is felt at one request each. */
  @ChannelHandler.Sharable
  private static final class Entrance extends ChannelInboundHandlerAdapter {
    private final HttpServer server;
    private final boolean curtain;

    Entrance(HttpServer server, boolean curtain) {
      this.server = server;
      this.curtain = curtain;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      Channel channel = context.channel();
      Connection connection = new Connection(server, channel, server.loopOf(channel), curtain);
      context.pipeline().addLast(connection).remove(this);
    }
  }
}
