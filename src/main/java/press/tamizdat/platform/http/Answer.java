package press.tamizdat.platform.http;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** What a request is answered with. */
sealed interface Answer {
  /**
   * Bytes that are at hand.
   *
   * @param fields header fields, the empty line included
   * @param body whoever takes the answer releases it; empty for HEAD, 204 and 304
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Ready(int status, byte[] fields, Optional<ByteBuf> body) implements Answer {}

  /** A body that must be read first and is then at hand for others too. */
  record Cold(Resources of, Resource resource, Encoding encoding, Content.InFile file)
      implements Answer {}

  /** Nothing, and the connection ends. */
  record Refused(Refusal refusal) implements Answer {}

  /** Somebody has to make it first. */
  record ByHand(Intake intake) implements Answer {}

  /** A body that is sent in pieces, from the disk or from one long array. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record InPieces(Resources of, int status, byte[] fields, Content content, ByteRange part)
      implements Answer {}
}
