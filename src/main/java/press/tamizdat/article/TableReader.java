package press.tamizdat.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a table of figures; a table that only laid out a page is none. */
final class TableReader {
  /** Writes what is in a cell of the source into a cell of the clean tree. */
  interface CellWriter {
    void write(Element source, Element cell, List<Wrap> wraps);
  }

  private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");

  private final CellWriter cells;
  private final List<Wrap> wraps;

  TableReader(CellWriter cells, List<Wrap> wraps) {
    this.cells = cells;
    this.wraps = wraps;
  }

  /** The clean table, or null when it is layout or has nothing in it. */
  @Nullable Element read(Element source) {
    if (source.selectFirst("table table") != null
        || Set.of("presentation", "none").contains(source.attr("role"))) {
      return null;
    }
    Element table = new Element("table");
    List<Element> head = new ArrayList<>();
    List<Element> body = new ArrayList<>();
    for (Element row : source.select("tr")) {
      Element clean = row(row);
      if (clean.childrenSize() > 0) {
        boolean isHead = body.isEmpty() && isHeading(row, clean, head.isEmpty());
        (isHead ? head : body).add(clean);
      }
    }
    caption(source).ifPresent(table::appendChild);
    append(table, "thead", head);
    append(table, "tbody", body);
    return isLayout(table) ? null : table;
  }

  /** What a layout table holds, in the order in which it is read. */
  static List<Element> partsInOrder(Element table) {
    return table.children().stream()
        .flatMap(
            part ->
                part.normalName().equals("caption")
                    ? java.util.stream.Stream.of(part)
                    : part.normalName().equals("tr")
                        ? part.children().stream()
                        : part.children().stream().flatMap(row -> row.children().stream()))
        .toList();
  }

  private Element row(Element source) {
    Element row = new Element("tr");
    boolean says = false;
    for (Element cell : source.children()) {
      if (!Set.of("td", "th").contains(cell.normalName())) {
        continue;
      }
      Element clean = row.appendElement(cell.normalName());
      if (clean.normalName().equals("th") && SCOPES.contains(cell.attr("scope"))) {
        clean.attr("scope", cell.attr("scope"));
      }
      span(cell, clean, "colspan", 50);
      span(cell, clean, "rowspan", 500);
      Wrap.Speech.of(cell).write(clean);
      cells.write(cell, clean, wraps);
      says |= clean.childNodeSize() > 0;
    }
    return says ? row : new Element("tr");
  }

  private static void span(Element source, Element cell, String name, int most) {
    String n = source.attr(name).strip();
    if (n.matches("[0-9]{1,3}") && Integer.parseInt(n) > 1 && Integer.parseInt(n) <= most) {
      cell.attr(name, String.valueOf(Integer.parseInt(n)));
    }
  }

  private static boolean isHeading(Element source, Element row, boolean first) {
    Element parent = source.parent();
    return (parent != null && parent.normalName().equals("thead"))
        || (first && row.select("> td").isEmpty());
  }

  private static Optional<Element> caption(Element source) {
    return Optional.ofNullable(source.selectFirst("> caption"))
        .map(
            c -> {
              InlineRun words = new InlineRun();
              words.text(c.text(), List.of());
              Element caption = new Element("caption");
              caption.appendChildren(words.line());
              return caption;
            })
        .filter(c -> c.childNodeSize() > 0);
  }

  private static void append(Element table, String name, List<Element> rows) {
    if (!rows.isEmpty()) {
      table.appendElement(name).appendChildren(rows);
    }
  }

  private static boolean isLayout(Element table) {
    int rows = table.select("tr").size();
    int columns = table.select("tr").stream().mapToInt(Element::childrenSize).max().orElse(0);
    boolean heavy =
        table.selectFirst("h2, h3, blockquote, figure, pre, hr, aside") != null
            || table.select("td").stream().anyMatch(c -> c.select("> p").size() >= 3);
    return rows == 0 || heavy || (table.selectFirst("th") == null && (rows == 1 || columns == 1));
  }
}
