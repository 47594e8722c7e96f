package press.tamizdat.support.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of a bank's file with its line.
 *
 * @param line of the start tag, from 1
 * @param end line of the end tag
 */
record Node(String name, String currency, String text, List<Node> children, int line, int end) {
  /** The first child of this name, and so on down. */
  Optional<Node> at(String... path) {
    Optional<Node> node = Optional.of(this);
    for (String each : path) {
      node = node.flatMap(n -> n.children.stream().filter(c -> c.name.equals(each)).findFirst());
    }
    return node;
  }

  /** The text there; empty if there is none. */
  String textAt(String... path) {
    return at(path).map(Node::text).orElse("");
  }

  List<Node> all(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  /** Every text below, of elements with this name. */
  List<String> texts(String child) {
    List<String> found = new ArrayList<>();
    for (Node node : children) {
      if (node.name.equals(child)) {
        found.add(node.text);
      }
      found.addAll(node.texts(child));
    }
    return found;
  }
}
