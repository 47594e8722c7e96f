package press.tamizdat.platform.http;

import static java.nio.file.StandardOpenOption.READ;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import press.tamizdat.platform.log.Trouble;

/**
 * Sends a long body piece by piece: the next is read when the peer has taken the last. Runs on a
 * thread that may wait.
 */
final class Pieces {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.http");

  /** What became of it. */
  enum Outcome {
    /** The peer has all of it. */
    TAKEN,
    /** It ended early; the peer must see that. */
    CUT,
    /** It was not begun, because too many are under way. */
    TOO_MANY
  }

  private static final int PIECE = 16 << 10;

  private final Channel channel;
  private final Duration patience;

  /**
   * @param patience how long a peer may take for one piece
   */
  Pieces(Channel channel, Duration patience) {
    this.channel = channel;
    this.patience = patience;
  }

  /**
   * @param head is written before the first piece, and only once that could be read
   * @throws IOException if nothing could be read, so that something else may be answered
   */
  Outcome send(Content content, ByteRange part, Runnable head) throws IOException {
    ByteBuf piece = Unpooled.directBuffer(PIECE, PIECE);
    try {
      return switch (content) {
        case Content.InMemory memory -> send(memory.bytes(), part, piece, head);
        case Content.InFile file -> {
          try (FileChannel open = FileChannel.open(file.path(), READ)) {
            yield send(open.position(part.from()), part.length(), piece, head);
          }
        }
      };
    } finally {
      piece.release();
    }
  }

  private Outcome send(FileChannel file, long length, ByteBuf piece, Runnable head)
      throws IOException {
    for (long left = length; left > 0; left -= piece.writerIndex()) {
      boolean first = left == length;
      try {
        Shelf.fill(piece.clear(), file, (int) Math.min(PIECE, left));
      } catch (IOException e) {
        if (first) {
          throw e;
        }
        Trouble.log(LOG, "a file that is being sent cannot be read on", e);
        return Outcome.CUT;
      }
      if (!taken(piece, first, head)) {
        return Outcome.CUT;
      }
    }
    return Outcome.TAKEN;
  }

  private Outcome send(byte[] bytes, ByteRange part, ByteBuf piece, Runnable head) {
    for (long sent = 0; sent < part.length(); sent += piece.writerIndex()) {
      int length = (int) Math.min(PIECE, part.length() - sent);
      piece.clear().writeBytes(bytes, (int) (part.from() + sent), length);
      if (!taken(piece, sent == 0, head)) {
        return Outcome.CUT;
      }
    }
    return Outcome.TAKEN;
  }

  private boolean taken(ByteBuf piece, boolean first, Runnable head) {
    ByteBuf view = piece.retainedDuplicate();
    ChannelPromise written = channel.newPromise();
    try {
      channel.eventLoop().execute(() -> write(view, written, first, head));
    } catch (RejectedExecutionException stopped) {
      view.release();
      return false;
    }
    return written.awaitUninterruptibly(patience.toMillis()) && written.isSuccess();
  }

  private void write(ByteBuf view, ChannelPromise written, boolean first, Runnable head) {
    if (first) {
      head.run();
    }
    var _ = channel.writeAndFlush(view, written);
  }
}
