package press.tamizdat.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.http.Content;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Freshness;
import press.tamizdat.platform.http.Intake;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Resources;
import press.tamizdat.platform.http.Verb;
import press.tamizdat.platform.text.Compression;
import press.tamizdat.platform.text.MalformedJson;
import press.tamizdat.site.forms.FormDoor;
import press.tamizdat.site.forms.OpenForms;
import press.tamizdat.trust.Sha256;

/**
 * One edition as it is served: its files by path, its metadata under {@code /tuf/}, the nodes of
 * its catalogue beside them.
 *
 * <p>An address may leave out {@code .html}; one that ends in a slash leads to the page.
 */
final class Shelf implements Resources {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.site");

  private final Map<String, Resource> byPath = new HashMap<>();
  private final Map<String, Resource> missing = new HashMap<>();
  private final Resource fallback;
  private final Map<String, String> policy;
  private final EditionFolder folder;
  private final Optional<OpenForms> forms;

  private Shelf(EditionFolder folder, Head head, Optional<FormDoor> door) {
    this.folder = folder;
    this.policy = Map.of("Content-Security-Policy", policy(head));
    Catalogue catalogue = new Catalogue(folder, head.catalogue());
    catalogue.forEach(this::add);
    catalogue.forEachNode(this::addNode);
    addMetadata();
    this.forms = door.flatMap(d -> forms(d, catalogue));
    this.fallback =
        Optional.ofNullable(missing.get(head.languages().getFirst().tag()))
            .orElseThrow(
                () -> new IllegalStateException("the edition has no page for what is missing"));
  }

  /** Puts the folder's current edition on a shelf; empty if none was published yet. */
  static Optional<Shelf> of(EditionFolder folder, Optional<FormDoor> door) {
    return Head.Current.of(folder).map(current -> new Shelf(folder, current.head(), door));
  }

  /** Readers can read where forms cannot be sent. */
  private Optional<OpenForms> forms(FormDoor door, Catalogue catalogue) {
    try {
      return door.open(
          path ->
              catalogue
                  .find(path)
                  .flatMap(
                      entry ->
                          folder.read(
                              entry.hash(), press.tamizdat.edition.reading.Encoding.IDENTITY)),
          policy);
    } catch (MalformedJson e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this edition's forms.json cannot be used, so forms are closed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String policy(Head head) {
    return "default-src 'none'; img-src 'self' data:; script-src 'self'; connect-src 'self';"
        + " style-src "
        + String.join(" ", head.styles().stream().map(s -> "'" + s + "'").toList())
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private void add(Entry entry) {
    Kind kind = entry.kind();
    Resource resource =
        new Resource(
            kind.status(),
            kind.mediaType(),
            entry.hash().hex(),
            entry.namedByHash() ? Freshness.FOREVER : Freshness.BRIEFLY,
            contents(entry.hash(), entry.length()),
            kind.html() ? policy : Map.of());
    if (kind == Kind.MISSING) {
      missing.put(entry.path().substring(0, entry.path().indexOf('/')), resource);
    } else {
      byPath.put("/" + entry.path(), resource);
    }
  }

  private void addNode(Sha256 hash) {
    byPath.put(
        "/tuf/" + hash.hex() + "." + Head.TARGET,
        new Resource(
            200,
            "text/plain; charset=utf-8",
            hash.hex(),
            Freshness.FOREVER,
            contents(hash, length(hash, press.tamizdat.edition.reading.Encoding.IDENTITY)),
            Map.of()));
  }

  private Map<Encoding, Content> contents(Sha256 hash, long length) {
    Map<Encoding, Content> contents = new EnumMap<>(Encoding.class);
    contents.put(
        Encoding.IDENTITY,
        Content.of(folder.object(hash, press.tamizdat.edition.reading.Encoding.IDENTITY), length));
    variant(contents, Encoding.GZIP, hash, press.tamizdat.edition.reading.Encoding.GZIP, length);
    variant(
        contents, Encoding.BROTLI, hash, press.tamizdat.edition.reading.Encoding.BROTLI, length);
    return contents;
  }

  /** A variant that is no smaller only costs the reader time. */
  private void variant(
      Map<Encoding, Content> contents,
      Encoding encoding,
      Sha256 hash,
      press.tamizdat.edition.reading.Encoding stored,
      long plain) {
    long length = length(hash, stored);
    if (length > 0 && length < plain) {
      contents.put(encoding, Content.of(folder.object(hash, stored), length));
    }
  }

  /** 0 where there is no such file. */
  private long length(Sha256 hash, press.tamizdat.edition.reading.Encoding encoding) {
    return folder.object(hash, encoding).toFile().length();
  }

  /** The metadata of this edition, taken into memory, since the files will be replaced. */
  private void addMetadata() {
    try (var files = Files.list(folder.metadata())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        boolean moves = name.equals("timestamp.json") || name.equals("bundle.json");
        byPath.put(
            "/tuf/" + name,
            new Resource(
                200,
                "application/json",
                Sha256.of(bytes).hex(),
                moves ? Freshness.BRIEFLY : Freshness.FOREVER,
                Map.of(
                    Encoding.IDENTITY,
                    Content.of(bytes),
                    Encoding.GZIP,
                    // Signatures and keys are random; brotli would save an eighth and delay every
                    // start.
                    Content.of(Compression.gzip(bytes))),
                Map.of()));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Resource> find(String path) {
    Resource exact = byPath.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    if (path.equals("/")) {
      return Optional.ofNullable(byPath.get("/index.html"));
    }
    if (path.endsWith("/")) {
      String page = path.substring(0, path.length() - 1);
      return Optional.ofNullable(byPath.get(page + ".html")).map(there -> moved(page));
    }
    return Optional.ofNullable(byPath.get(path + ".html"));
  }

  /**
   * Links in a page begin at its own address: under one that ends in a slash they would lead
   * nowhere.
   */
  private static Resource moved(String to) {
    byte[] nothing = new byte[0];
    return new Resource(
        308,
        "text/plain",
        Sha256.of(nothing).hex(),
        Freshness.BRIEFLY,
        Map.of(Encoding.IDENTITY, Content.of(nothing)),
        Map.of("Location", to));
  }

  @Override
  public Optional<Intake> intake(Verb verb, String path) {
    return forms.flatMap(open -> open.intake(verb, path));
  }

  @Override
  public Resource notFound(String path) {
    int end = path.indexOf('/', 1);
    String first = end < 0 ? "" : path.substring(1, end);
    return missing.getOrDefault(first, fallback);
  }
}
