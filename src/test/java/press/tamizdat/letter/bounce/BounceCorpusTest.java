package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Notices that real servers wrote, if a collection of them lies beside the repository. */
class BounceCorpusTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("tamizdat.bounces", "../shared/data/bounces"));

  /** One message and what it is known to be. */
  private record Known(String file, String reason, Verdict verdict, Finding finding) {
    boolean right() {
      return finding.reason().verdict() == verdict;
    }

    @Override
    public String toString() {
      return file + ": " + reason + " is " + verdict + ", read as " + finding.reason();
    }
  }

  @Test
  void realNoticesAreReadForWhatTheyAre() throws IOException {
    Assumptions.assumeTrue(
        Files.isRegularFile(FOLDER.resolve("expected.tsv")),
        "no collection of bounces in " + FOLDER + " (system property tamizdat.bounces)");
    List<Known> all = new ArrayList<>();
    for (String line :
        Files.readAllLines(FOLDER.resolve("expected.tsv")).stream().skip(1).toList()) {
      all.add(known(line.split("\t", -1)));
    }
    List<Known> wrong = all.stream().filter(k -> !k.right()).toList();
    System.out.println(confusion(all));
    wrong.forEach(System.out::println);
    assertThat(wrong)
        .filteredOn(k -> k.finding().reason().verdict() == Verdict.PERMANENT)
        .as("working addresses taken for gone")
        .isEmpty();
    assertThat(wrong).hasSizeLessThanOrEqualTo(all.size() * 2 / 100);
  }

  private static Known known(String[] cells) throws IOException {
    byte[] message = Files.readAllBytes(FOLDER.resolve(cells[0]));
    String reason = cells[4];
    Verdict verdict =
        switch (reason) {
          case "feedback" -> Verdict.COMPLAINT;
          case "vacation", "delivered" -> Verdict.NOTHING;
          default -> cells[5].equals("true") ? Verdict.PERMANENT : Verdict.TEMPORARY;
        };
    return new Known(cells[0], reason, verdict, BounceReading.read(message, List.of()));
  }

  private static Map<Verdict, Map<Verdict, Integer>> confusion(List<Known> all) {
    Map<Verdict, Map<Verdict, Integer>> table = new TreeMap<>();
    for (Known k : all) {
      table
          .computeIfAbsent(k.verdict(), v -> new TreeMap<>())
          .merge(k.finding().reason().verdict(), 1, Integer::sum);
    }
    return table;
  }
}
