package press.tamizdat.edition.reading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import press.tamizdat.platform.text.MalformedJson;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Bundle;
import press.tamizdat.trust.tuf.Problem;
import press.tamizdat.trust.tuf.Refusal;
import press.tamizdat.trust.tuf.Remembered;
import press.tamizdat.trust.tuf.Role;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.Source;
import press.tamizdat.trust.tuf.Target;
import press.tamizdat.trust.tuf.Timestamp;
import press.tamizdat.trust.tuf.Verdict;
import press.tamizdat.trust.tuf.Verification;

/**
 * Checks an edition at a place, from the signatures down to the last byte, and names everything
 * that is wrong.
 *
 * <p>Where the signatures do not hold, the files are still compared with what the place itself
 * claims, because whoever mends it needs the whole list; {@link Report#sound()} is true only if
 * everything held.
 */
public final class Inspection {
  /** All four roles, and several roots. */
  private static final long MOST_BUNDLE = 8 * Verification.MOST_BYTES;

  private final Place place;
  private final Remembered before;
  private final Clock clock;
  private final LongConsumer progress;
  private final List<Fault> faults = new ArrayList<>();
  private long files;
  private long bytes;

  private Inspection(Place place, Remembered before, Clock clock, LongConsumer progress) {
    this.place = place;
    this.before = before;
    this.clock = clock;
    this.progress = progress;
  }

  /** Something wrong. */
  public sealed interface Fault {
    String describe();

    /** The signed metadata does not hold. */
    record Metadata(Problem problem) implements Fault {
      @Override
      public String describe() {
        return problem.describe();
      }
    }

    record MissingFile(String path) implements Fault {
      @Override
      public String describe() {
        return path + " is missing";
      }
    }

    record ChangedFile(String path, Sha256 expected, Sha256 found) implements Fault {
      @Override
      public String describe() {
        return path + " has changed: SHA-256 " + found.hex() + " instead of " + expected.hex();
      }
    }

    record WrongVariant(String name) implements Fault {
      @Override
      public String describe() {
        return name + " is not a compressed form of its file";
      }
    }

    record SurplusFile(String name) implements Fault {
      @Override
      public String describe() {
        return name + " is a file too much: the edition does not list it";
      }
    }

    record WrongCatalogue(String what) implements Fault {
      @Override
      public String describe() {
        return what;
      }
    }

    /** The four roles in one file, as most readers fetch them, do not hold. */
    record WrongBundle(String what) implements Fault {
      @Override
      public String describe() {
        return Bundle.NAME + " does not hold: " + what;
      }
    }

    record OtherNumber(long listed, long signed) implements Fault {
      @Override
      public String describe() {
        return "the edition calls itself " + listed + " but is signed as " + signed;
      }
    }
  }

  /**
   * What was found.
   *
   * @param head of the edition, if one could be read; believed only if the report is sound
   * @param root the keys, if the metadata held
   * @param timestamp until when it counts as fresh, if the metadata held
   * @param remembered what to keep for the next look
   */
  public record Report(
      Optional<Head> head,
      Optional<Root> root,
      Optional<Timestamp> timestamp,
      Remembered remembered,
      List<Fault> faults,
      long files,
      long bytes) {
    public boolean sound() {
      return faults.isEmpty();
    }
  }

  /**
   * Looks at everything.
   *
   * @param remembered the root to start from, and what was seen before
   * @param progress is told how many files were looked at so far
   */
  public static Report inspect(
      Place place, Remembered remembered, Clock clock, LongConsumer progress) {
    Inspection inspection = new Inspection(place, remembered, clock, progress);
    Verdict verdict = Verification.verify(place::metadata, remembered, clock);
    return switch (verdict) {
      case Verdict.Accepted accepted -> inspection.accepted(accepted);
      case Verdict.Refused refused -> inspection.refused(refused);
    };
  }

  private Report accepted(Verdict.Accepted accepted) {
    Optional<Head> head =
        accepted.targets().target(Head.TARGET).flatMap(target -> head(() -> Head.of(target)));
    if (head.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault.WrongCatalogue("the signed metadata names no catalogue"));
    }
    head.filter(h -> h.number() != accepted.targets().version())
        .ifPresent(
            h -> faults.add(new Fault.OtherNumber(h.number(), accepted.targets().version())));
    root();
    bundle(accepted);
    head.ifPresent(this::contents);
    return report(
        head,
        Optional.of(accepted.root()),
        Optional.of(accepted.timestamp()),
        accepted.remembered());
  }

  /** Whoever comes here for the first time begins with the root that lies here. */
  private void root() {
    String name = Role.ROOT.fileName(before.root().version());
    Target trusted = Target.of(before.root().bytes(), Map.of());
    place
        .metadata(name, Verification.MOST_BYTES)
        .map(bytes -> trusted.examine(name, bytes))
        .orElse(Optional.of(new Problem.Missing(name)))
        .ifPresent(problem -> faults.add(new Fault.Metadata(problem)));
  }

  /** The bundle must lead a reader to where the single files lead. */
  private void bundle(Verdict.Accepted accepted) {
    Optional<byte[]> bytes = place.metadata(Bundle.NAME, MOST_BUNDLE);
    if (bytes.isEmpty()) {
      faults.add(new Fault.Metadata(new Problem.Missing(Bundle.NAME)));
      return;
    }
    try {
      Source source = Bundle.read(bytes.get()).source(place::metadata);
      switch (Verification.verify(source, before, clock)) {
        case Verdict.Refused(Problem problem, Remembered r) ->
            faults.add(new Fault.WrongBundle(problem.describe()));
        case Verdict.Accepted a when a.targets().version() != accepted.targets().version() ->
            faults.add(
                new Fault.WrongBundle(
                    "it leads to edition "
                        + (a.targets().version() + ", the files beside it to ")
                        + accepted.targets().version()));
        case Verdict.Accepted a when !sameRoot(source, a.root()) ->
            faults.add(new Fault.WrongBundle("its root is not the one beside it"));
        case Verdict.Accepted a -> {}
      }
    } catch (Refusal e) {
      faults.add(new Fault.WrongBundle(e.problem().describe()));
    }
  }

  /** A root that the reader knows already is not looked at by the verification. */
  private boolean sameRoot(Source bundle, Root root) {
    String name = Role.ROOT.fileName(root.version());
    return bundle
        .fetch(name, Verification.MOST_BYTES)
        .map(Sha256::of)
        .equals(place.metadata(name, Verification.MOST_BYTES).map(Sha256::of));
  }

  private Report refused(Verdict.Refused refused) {
    faults.add(new Fault.Metadata(refused.problem()));
    Optional<Head> head = claimed();
    head.ifPresent(this::contents);
    return report(head, Optional.empty(), Optional.empty(), refused.remembered());
  }

  /** What the place says it has, signatures aside. */
  private Optional<Head> claimed() {
    return head(
        () ->
            Head.Current.of(name -> place.metadata(name, Verification.MOST_BYTES))
                .map(Head.Current::head)
                .orElseThrow(() -> new MalformedJson("no timestamp")));
  }

  private Optional<Head> head(java.util.function.Supplier<Head> reader) {
    try {
      return Optional.of(reader.get());
    } catch (IllegalStateException | IllegalArgumentException e) {
      if (faults.isEmpty()) {
        faults.add(new Fault.WrongCatalogue(String.valueOf(e.getMessage())));
      }
      return Optional.empty();
    }
  }

  private void contents(Head head) {
    Catalogue catalogue = new Catalogue((hash, encoding) -> place.node(hash), head.catalogue());
    try {
      catalogue.forEach(this::file);
      catalogue.forEachNode(
          node -> {
            variant(node, place.variant(node, Encoding.GZIP));
            variant(node, place.variant(node, Encoding.BROTLI));
          });
    } catch (Catalogue.Damaged e) {
      faults.add(new Fault.WrongCatalogue(String.valueOf(e.getMessage())));
    }
    place.surplus(head).forEach(name -> faults.add(new Fault.SurplusFile(name)));
  }

  private final Set<String> seen = new HashSet<>();

  private void file(Entry entry) {
    Optional<byte[]> found = place.file(entry);
    if (found.isEmpty()) {
      faults.add(new Fault.MissingFile(entry.path()));
      return;
    }
    Sha256 hash = Sha256.of(found.get());
    if (!hash.equals(entry.hash()) || found.get().length != entry.length()) {
      faults.add(new Fault.ChangedFile(entry.path(), entry.hash(), hash));
    }
    if (entry.kind().compressible()) {
      variant(entry.hash(), place.variant(entry, Encoding.GZIP));
      variant(entry.hash(), place.variant(entry, Encoding.BROTLI));
    }
    files++;
    bytes += found.get().length;
    progress.accept(files);
  }

  private void variant(Sha256 plain, Optional<Place.Variant> variant) {
    variant
        .filter(v -> v.plain().map(Sha256::of).filter(plain::equals).isEmpty())
        .filter(v -> seen.add(v.name()))
        .ifPresent(v -> faults.add(new Fault.WrongVariant(v.name())));
  }

  private Report report(
      Optional<Head> head,
      Optional<Root> root,
      Optional<Timestamp> timestamp,
      Remembered remembered) {
    return new Report(head, root, timestamp, remembered, List.copyOf(faults), files, bytes);
  }
}
