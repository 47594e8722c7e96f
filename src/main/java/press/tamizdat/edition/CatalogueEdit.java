package press.tamizdat.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Encoding;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Node;
import press.tamizdat.edition.reading.Node.Branch;
import press.tamizdat.edition.reading.Node.Child;
import press.tamizdat.edition.reading.Node.Leaf;
import press.tamizdat.edition.reading.Objects;
import press.tamizdat.trust.Sha256;

/**
 * Makes a new catalogue out of an old one and some changes, touching only the nodes on their paths.
 *
 * <p>On each level the lines near a change are cut anew, from the start of the node before it
 * (whose start cannot have moved, because nothing before it changed) until a cut falls where the
 * old tree had one; from there on the old nodes stand. The result is the tree that the same files
 * would give from nothing.
 */
final class CatalogueEdit {
  private final Objects objects;
  private final Map<Sha256, byte[]> made = new HashMap<>();

  private CatalogueEdit(Objects objects) {
    this.objects = objects;
  }

  /**
   * @param root of the new tree
   * @param nodes the new tree's nodes that the old one did not have, by hash
   */
  record Edited(Sha256 root, Map<Sha256, byte[]> nodes) {}

  /**
   * Applies changes.
   *
   * @param old the tree to change; empty to begin one
   * @param changes by path; an empty value takes the path out
   */
  static Edited apply(
      Objects objects, Optional<Sha256> old, NavigableMap<String, Optional<Entry>> changes) {
    CatalogueEdit edit = new CatalogueEdit(objects);
    Sha256 root = edit.edit(old, changes);
    return new Edited(root, edit.reachable(root));
  }

  private Sha256 edit(Optional<Sha256> old, NavigableMap<String, Optional<Entry>> changes) {
    Optional<Catalogue> tree = old.map(root -> new Catalogue(this::read, root));
    int height = tree.map(t -> t.node(t.root()).level()).orElse(0);
    List<Child> olds = tree.map(t -> nodesOf(t, 0, height)).orElseGet(List::of);
    Level<Entry> leaves =
        new Level<>(0, Entry::path, Node::line, n -> ((Leaf) n).entries(), CatalogueEdit::leaf);
    NavigableMap<String, Optional<Child>> above = leaves.edit(olds, changes);
    List<Child> now = applied(olds, above);
    int level = 0;
    while (now.size() > 1) {
      level++;
      int here = level;
      olds = level <= height ? nodesOf(tree.orElseThrow(), level, height) : List.of();
      if (level > height) {
        above = all(now);
      }
      Level<Child> branches =
          new Level<>(
              level,
              Child::first,
              Node::line,
              n -> ((Branch) n).children(),
              lines -> new Branch(here, lines));
      above = branches.edit(olds, above);
      now = applied(olds, above);
    }
    return now.isEmpty() ? keep(new Leaf(List.of())).hash() : now.getFirst().hash();
  }

  private static Node leaf(List<Entry> entries) {
    return new Leaf(entries);
  }

  private List<Child> nodesOf(Catalogue tree, int level, int height) {
    if (level < height) {
      return tree.level(level);
    }
    Node root = tree.node(tree.root());
    boolean empty = root instanceof Leaf leaf && leaf.entries().isEmpty();
    return empty ? List.of() : List.of(child(root, tree.root()));
  }

  private static NavigableMap<String, Optional<Child>> all(List<Child> nodes) {
    NavigableMap<String, Optional<Child>> all = new TreeMap<>();
    nodes.forEach(n -> all.put(n.first(), Optional.of(n)));
    return all;
  }

  private static List<Child> applied(
      List<Child> olds, NavigableMap<String, Optional<Child>> changes) {
    TreeMap<String, Child> now = new TreeMap<>();
    olds.forEach(n -> now.put(n.first(), n));
    changes.forEach(
        (first, n) -> n.ifPresentOrElse(c -> now.put(first, c), () -> now.remove(first)));
    return List.copyOf(now.values());
  }

  /** One level of the tree, its lines being files or nodes. */
  private final class Level<L> {
    private final int level;
    private final Function<L, String> key;
    private final Function<L, String> text;
    private final Function<Node, List<L>> linesOf;
    private final Function<List<L>, Node> node;

    Level(
        int level,
        Function<L, String> key,
        Function<L, String> text,
        Function<Node, List<L>> linesOf,
        Function<List<L>, Node> node) {
      this.level = level;
      this.key = key;
      this.text = text;
      this.linesOf = linesOf;
      this.node = node;
    }

    /** Changes the lines; returns what that changes one level above. */
    NavigableMap<String, Optional<Child>> edit(
        List<Child> olds, NavigableMap<String, Optional<L>> changes) {
      NavigableMap<String, Optional<Child>> above = new TreeMap<>();
      BiFunction<Integer, Integer, NavigableMap<String, Optional<L>>> within =
          (from, to) ->
              changes.subMap(
                  from == 0 ? "" : olds.get(from).first(),
                  true,
                  to == olds.size() ? "\u007f" : olds.get(to).first(),
                  false);
      int at = 0;
      while (at < olds.size() || (olds.isEmpty() && at == 0)) {
        int dirty = nextDirty(olds, changes, at);
        if (dirty < 0) {
          break;
        }
        int from = Math.max(at, dirty - 1);
        at = recut(olds, from, within, above);
        if (olds.isEmpty()) {
          break;
        }
      }
      olds.forEach(old -> above.remove(old.first(), Optional.of(old)));
      return above;
    }

    /** The first node from {@code at} on that a change falls into, or -1. */
    private int nextDirty(List<Child> olds, NavigableMap<String, Optional<L>> changes, int at) {
      String from = at == 0 ? "" : olds.get(at).first();
      String first = changes.ceilingKey(from);
      if (first == null) {
        return -1;
      }
      int low = at;
      int high = olds.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (olds.get(middle).first().compareTo(first) <= 0) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    /**
     * Cuts anew from an old node's start until a cut falls on an old one's with no change before it
     * is past.
     */
    private int recut(
        List<Child> olds,
        int from,
        BiFunction<Integer, Integer, NavigableMap<String, Optional<L>>> within,
        NavigableMap<String, Optional<Child>> above) {
      Cuts cuts = new Cuts(level);
      List<L> open = new ArrayList<>();
      int at = from;
      boolean changed = false;
      while (true) {
        int next = Math.min(at + 1, olds.size());
        NavigableMap<String, Optional<L>> here = within.apply(at, next);
        changed |= !here.isEmpty();
        List<L> lines = at < olds.size() ? merged(olds.get(at), here) : merged(here);
        boolean fresh = true;
        for (L line : lines) {
          boolean cut = cuts.before(key.apply(line), text.apply(line).length());
          if (cut) {
            close(open, above);
          }
          if (fresh
              && cut
              && at > from
              && changed
              && here.isEmpty()
              && startsHere(olds, at, line)) {
            return at;
          }
          fresh = false;
          open.add(line);
        }
        if (at < olds.size()) {
          above.putIfAbsent(olds.get(at).first(), Optional.empty());
        }
        at = next;
        if (at >= olds.size()) {
          close(open, above);
          return olds.size();
        }
      }
    }

    private boolean startsHere(List<Child> olds, int at, L line) {
      return olds.get(at).first().equals(key.apply(line));
    }

    private void close(List<L> open, NavigableMap<String, Optional<Child>> above) {
      if (!open.isEmpty()) {
        above.put(key.apply(open.getFirst()), Optional.of(keep(node.apply(List.copyOf(open)))));
        open.clear();
      }
    }

    private List<L> merged(Child old, NavigableMap<String, Optional<L>> changes) {
      NavigableMap<String, L> lines = new TreeMap<>();
      linesOf
          .apply(Node.parse(read(old.hash(), Encoding.IDENTITY).orElseThrow()))
          .forEach(l -> lines.put(key.apply(l), l));
      changes.forEach((k, v) -> v.ifPresentOrElse(l -> lines.put(k, l), () -> lines.remove(k)));
      return List.copyOf(lines.values());
    }

    private List<L> merged(NavigableMap<String, Optional<L>> changes) {
      return changes.values().stream().flatMap(Optional::stream).toList();
    }
  }

  private Child keep(Node node) {
    byte[] bytes = node.bytes();
    Sha256 hash = Sha256.of(bytes);
    made.put(hash, bytes);
    return child(node, hash);
  }

  private static Child child(Node node, Sha256 hash) {
    return switch (node) {
      case Leaf l ->
          new Child(
              l.entries().isEmpty() ? "" : l.entries().getFirst().path(),
              hash,
              node.bytes().length,
              l.entries().size());
      case Branch b ->
          new Child(
              b.children().getFirst().first(),
              hash,
              node.bytes().length,
              b.children().stream().mapToLong(Child::files).sum());
    };
  }

  private Optional<byte[]> read(Sha256 hash, Encoding encoding) {
    byte[] mine = made.get(hash);
    return mine != null ? Optional.of(mine) : objects.read(hash, encoding);
  }

  /** Of the nodes made on the way, those that the new tree has and the store does not. */
  private Map<Sha256, byte[]> reachable(Sha256 root) {
    Map<Sha256, byte[]> wanted = new HashMap<>();
    visit(root, wanted);
    return wanted;
  }

  private void visit(Sha256 hash, Map<Sha256, byte[]> wanted) {
    byte[] bytes = made.get(hash);
    if (bytes == null || wanted.put(hash, bytes) != null) {
      return;
    }
    if (Node.parse(bytes) instanceof Branch branch) {
      branch.children().forEach(c -> visit(c.hash(), wanted));
    }
  }
}
