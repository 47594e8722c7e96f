package press.tamizdat.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotAnArticleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "index.html, INDEX",
    "tag.html, INDEX",
    "login.html, LOGIN",
    "paywall.html, PAYWALL",
    "empty.html, EMPTY",
    "blank.txt, EMPTY",
    "picture.html, BINARY",
    "shell.html, NEEDS_SCRIPT",
    "missing.html, ERROR_PAGE",
    "challenge.html, CHALLENGE",
    "menu.txt, NO_TEXT",
  })
  void aPageThatIsNoArticleIsSaidToBeNone(String name, Reason reason) {
    assertThat(Arrival.read(Sample.FOLDER.resolve("not").resolve(name)))
        .isEqualTo(new Outcome.NotAnArticle(reason));
  }

  @Test
  void aFileOverFiveMegabytesIsNotRead() throws IOException {
    Path large = folder.resolve("large.html");
    Files.writeString(large, "<p>text ".repeat(800_000));
    assertThat(Arrival.read(large)).isEqualTo(new Outcome.NotAnArticle(Reason.TOO_LARGE));
  }

  @Test
  void aMissingFileAndAnOddOneAreSaidToBe() {
    assertThat(Arrival.read(folder.resolve("none.html")))
        .isEqualTo(new Outcome.NotAnArticle(Reason.UNREADABLE));
    assertThat(Arrival.read(folder.resolve("film.mp4")))
        .isEqualTo(new Outcome.NotAnArticle(Reason.NOT_A_PAGE));
  }
}
