package press.tamizdat.edition.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import press.tamizdat.edition.reading.Node.Branch;
import press.tamizdat.edition.reading.Node.Child;
import press.tamizdat.edition.reading.Node.Leaf;
import press.tamizdat.trust.Sha256;

/**
 * The list of an edition's files, as a tree of nodes in an object store.
 *
 * <p>Every node is checked against the hash that its parent gives, and its place in the order
 * against its neighbours, so what is read from a true root is true. Nothing is kept in memory.
 */
public final class Catalogue {
  private final Objects objects;
  private final Sha256 root;

  public Catalogue(Objects objects, Sha256 root) {
    this.objects = objects;
    this.root = root;
  }

  /** A node is missing, or is not what its parent says. */
  public static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Sha256 node;

    Damaged(Sha256 node, String what) {
      super("catalogue node " + node.hex() + ": " + what);
      this.node = node;
    }

    public Sha256 node() {
      return node;
    }
  }

  public Sha256 root() {
    return root;
  }

  /** The node with this hash. */
  public Node node(Sha256 hash) {
    byte[] bytes = objects.read(hash).orElseThrow(() -> new Damaged(hash, "is missing"));
    if (!Sha256.of(bytes).equals(hash)) {
      throw new Damaged(hash, "has changed");
    }
    try {
      return Node.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new Damaged(hash, String.valueOf(e.getMessage()));
    }
  }

  /** The file at this path; reads one node on each level. */
  public Optional<Entry> find(String path) {
    Node node = node(root);
    while (node instanceof Branch branch) {
      List<Child> children = branch.children();
      int i = children.size() - 1;
      while (i >= 0 && children.get(i).first().compareTo(path) > 0) {
        i--;
      }
      if (i < 0) {
        return Optional.empty();
      }
      node = below(branch, i);
    }
    return ((Leaf) node).entries().stream().filter(e -> e.path().equals(path)).findFirst();
  }

  /** Every file, by path. */
  public void forEach(Consumer<Entry> each) {
    walk(node(root), each, node -> {});
  }

  /** Every node's hash, the root first. */
  public void forEachNode(Consumer<Sha256> each) {
    each.accept(root);
    walk(node(root), entry -> {}, each);
  }

  public long files() {
    return files(node(root));
  }

  /**
   * The nodes of one level as their parents know them; the caller asks for a level below the
   * root's.
   */
  public List<Child> level(int level) {
    Node top = node(root);
    if (top.level() <= level) {
      throw new IllegalArgumentException("the root is at level " + top.level());
    }
    List<Child> found = new java.util.ArrayList<>();
    collect((Branch) top, level, found);
    return found;
  }

  private void collect(Branch branch, int level, List<Child> found) {
    if (branch.level() == level + 1) {
      found.addAll(branch.children());
      return;
    }
    for (int i = 0; i < branch.children().size(); i++) {
      collect((Branch) below(branch, i), level, found);
    }
  }

  private void walk(Node node, Consumer<Entry> entries, Consumer<Sha256> nodes) {
    switch (node) {
      case Leaf leaf -> leaf.entries().forEach(entries);
      case Branch branch -> {
        for (int i = 0; i < branch.children().size(); i++) {
          nodes.accept(branch.children().get(i).hash());
          walk(below(branch, i), entries, nodes);
        }
      }
    }
  }

  /** A child, with everything checked that the parent says of it. */
  private Node below(Branch parent, int i) {
    Child child = parent.children().get(i);
    Node node = node(child.hash());
    String upTo =
        i + 1 < parent.children().size() ? parent.children().get(i + 1).first() : "\u007f";
    if (node.level() != parent.level() - 1) {
      throw new Damaged(child.hash(), "stands on the wrong level");
    }
    if (files(node) != child.files() || node.bytes().length != child.length()) {
      throw new Damaged(child.hash(), "is not as long as its parent says");
    }
    if (!first(node).equals(child.first()) || last(node).compareTo(upTo) >= 0) {
      throw new Damaged(child.hash(), "is out of order");
    }
    return node;
  }

  private static long files(Node node) {
    return switch (node) {
      case Leaf leaf -> leaf.entries().size();
      case Branch branch -> branch.children().stream().mapToLong(Child::files).sum();
    };
  }

  private static String first(Node node) {
    return switch (node) {
      case Leaf leaf -> leaf.entries().isEmpty() ? "" : leaf.entries().getFirst().path();
      case Branch branch -> branch.children().getFirst().first();
    };
  }

  private static String last(Node node) {
    return switch (node) {
      case Leaf leaf -> leaf.entries().isEmpty() ? "" : leaf.entries().getLast().path();
      case Branch branch -> branch.children().getLast().first();
    };
  }
}
