package press.tamizdat.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.arrival.Arrival;
import press.tamizdat.arrival.BringIn;
import press.tamizdat.article.Photos;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;

@Command(
    name = "arrive",
    description = {
      "Makes drafts of saved web pages (.html, .mhtml) and plain-text copies (.txt, .md) of news articles.",
      "Running it twice changes nothing. Pages that hold no article are named with the reason, and the others still come in."
    })
final class ArriveCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--publish", description = "Publish what came in, and freeze a new edition.")
  private boolean publish;

  @Parameters(paramLabel = "FILE-OR-FOLDER", arity = "1..*")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    try (House house = new House(data.folder(), Clock.systemUTC())) {
      BringIn bringIn =
          new BringIn(
              house.publication().current(),
              house.articles(),
              new Photos(house.database(), data.folder().photos(), Clock.systemUTC()));
      int[] count = new int[3];
      List<String> drafts = new ArrayList<>();
      for (Path file : files()) {
        report(file, bringIn.bring(file), count, drafts);
      }
      System.out.printf(
          "%d came in, %d %s there already, %d did not come in.%n",
          count[0], count[1], count[1] == 1 ? "was" : "were", count[2]);
      if (publish) {
        publish(house, drafts);
      }
      return count[2] > 0 ? 1 : 0;
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> found = Arrival.walk(path)) {
          found.forEach(files::add);
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new Refused("there is no file or folder " + path);
      }
    }
    return files;
  }

  private static void report(Path file, BringIn.Result result, int[] count, List<String> drafts) {
    switch (result) {
      case BringIn.Result.In(String id, String headline, List<String> remarks) -> {
        count[0]++;
        drafts.add(id);
        System.out.println("in       " + file + ": " + headline);
        remarks.forEach(r -> System.out.println("         note: " + r));
      }
      case BringIn.Result.AlreadyThere(String id, String headline) -> {
        count[1]++;
        drafts.add(id);
        System.out.println("there    " + file + ": " + headline);
      }
      case BringIn.Result.NotIn(String reason) -> {
        count[2]++;
        System.out.println("not in   " + file + ": " + reason);
      }
    }
  }

  private static void publish(House house, List<String> drafts) {
    PublishArticle publish = house.publishArticle();
    for (String id : drafts) {
      switch (publish.publish(id)) {
        case PublishArticle.Outcome.Published p -> {}
        case PublishArticle.Outcome.Unchanged u -> {}
        case PublishArticle.Outcome.TakenDown t ->
            System.out.println("not published: " + id + " was taken down");
        case PublishArticle.Outcome.Lacking(String what) ->
            System.out.println("not published: " + id + " lacks its " + what);
      }
    }
    Progress progress = new Progress();
    Masthead masthead = house.masthead(house.unlock(progress));
    PublishEdition edition = house.publishEdition(masthead);
    Paper.publish(edition, false, progress);
    edition.tidy();
    Paper.compress(edition, progress);
  }
}
