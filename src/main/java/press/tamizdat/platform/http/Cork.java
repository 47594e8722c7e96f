package press.tamizdat.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.UnixChannel;

/**
 * Linux, tcp(7), TCP_CORK: the kernel sends full segments only. The rest waits until the connection
 * is closed, and then the close travels with it instead of in a packet of its own.
 *
 * <p>The listening sockets have it, and what they accept inherits it without a call. A connection
 * that goes on after an answer must take it off, or the end of the answer would wait for 200 ms.
 */
final class Cork {
  static final ChannelOption<Integer> TCP_CORK = new IntegerUnixChannelOption("CORK", 6, 3);

  private final Channel channel;
  private boolean on;

  Cork(Channel channel) {
    this.channel = channel;
    this.on = channel instanceof UnixChannel;
  }

  void pull() {
    if (on) {
      on = false;
      channel.config().setOption(TCP_CORK, 0);
    }
  }
}
