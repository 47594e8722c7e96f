package press.tamizdat.platform.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a loop, in a ring that each is a link of. A hash set would ask every new
 * connection for its identity, which costs a call into the virtual machine.
 */
final class Neighbours {
  /** What a connection has to be to stand in the ring. */
  static final class Link {
    private final @Nullable Connection connection;
    private Link before = this;
    private Link after = this;

    Link(@Nullable Connection connection) {
      this.connection = connection;
    }
  }

  private final Link head = new Link(null);

  void add(Link link) {
    link.before = head.before;
    link.after = head;
    head.before.after = link;
    head.before = link;
  }

  /** Does nothing the second time. */
  void remove(Link link) {
    link.before.after = link.after;
    link.after.before = link.before;
    link.before = link;
    link.after = link;
  }

  List<Connection> list() {
    List<Connection> list = new ArrayList<>();
    for (Link link = head.after; link.connection != null; link = link.after) {
      list.add(link.connection);
    }
    return list;
  }
}
