package press.tamizdat.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.ArrivedArticle;
import press.tamizdat.article.ArrivedPhoto;
import press.tamizdat.article.ArticleHtml;

class ArrivalTest {
  private static final String SENTENCE =
      "The ferry did not come on Tuesday, and nobody at the landing was told when the next one would. ";

  @TempDir Path folder;

  @Test
  void readingTwiceGivesTheSame() {
    for (Sample sample : Sample.all()) {
      assertThat(Arrival.read(sample.page())).isEqualTo(Arrival.read(sample.page()));
    }
  }

  @Test
  void everyBodyIsOfTheSubset() {
    for (Sample sample : Sample.all()) {
      String body = article(sample.page()).body();
      assertThat(ArticleHtml.clean(body)).as(sample.name()).isEqualTo(body);
    }
  }

  @Test
  void nothingOfThePageItselfIsInAnArticle() {
    Pattern own =
        Pattern.compile(
            "(?i)mastercard|paypal|read more|read also|читайте также|newsletter|рассылк|a message from|обращение главного"
                + "|all rights reserved|copy link|cookies|share this|поделиться|leave a reply|your email|sign up|most read");
    for (Sample sample : Sample.all()) {
      if (!sample.heldOut()) {
        assertThat(article(sample.page()).body()).as(sample.name()).doesNotContainPattern(own);
      }
    }
  }

  @Test
  void anAddressNamesAnArticleAndElseItsText() throws IOException {
    assertThat(article(Sample.FOLDER.resolve("01-semantic.html")).source())
        .isEqualTo("https://ferry.example/2026/miners");
    Path copy = folder.resolve("renamed.txt");
    Files.copy(Sample.FOLDER.resolve("12-plain.txt"), copy);
    assertThat(article(copy).source())
        .startsWith("sha256:")
        .isEqualTo(article(Sample.FOLDER.resolve("12-plain.txt")).source());
  }

  @Test
  void aPhotoSavedWithThePageIsFoundBesideIt() {
    Path page = Sample.FOLDER.resolve("16-saved.html");
    assertThat(article(page).lead().map(ArrivedPhoto::origin))
        .contains(
            new ArrivedPhoto.Origin.Saved(
                page.toAbsolutePath().resolveSibling("16-saved_files/list-1600.jpg")));
  }

  @Test
  void aPhotoOutsideThePagesFolderIsNotTaken() throws IOException {
    Files.writeString(folder.resolve("secret.jpg"), "x");
    Path page = Files.createDirectory(folder.resolve("in")).resolve("page.html");
    Files.writeString(
        page,
        "<h1>The ferry is late again</h1><article><p>"
            + SENTENCE.repeat(3)
            + "</p><img src=../secret.jpg><p>"
            + SENTENCE.repeat(3)
            + "</p></article>");
    assertThat(article(page).photos())
        .extracting(ArrivedPhoto::origin)
        .containsExactly(new ArrivedPhoto.Origin.Missing());
  }

  @Test
  void correctionsAndDatelinesAreSetApart() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<html lang=en><h1>The ferry is late again</h1><article><p>PEREVOZ, 4 May — "
            + SENTENCE.repeat(3)
            + "</p><p>"
            + SENTENCE.repeat(3)
            + "</p><p>Correction, 5 May 2026: an earlier version named the wrong landing.</p></article>");
    ArrivedArticle article = article(page);
    assertThat(article.dateline()).isEqualTo("PEREVOZ");
    assertThat(article.body()).startsWith("<p>The ferry did not come");
    assertThat(article.corrections()).hasSize(1);
    assertThat(article.corrections().getFirst().at()).isEqualTo(When.in("2026-05-05"));
    assertThat(article.body()).doesNotContain("wrong landing");
  }

  @Test
  void aWebArchiveIsRead() throws IOException {
    Path file = folder.resolve("page.mhtml");
    String html =
        "<h1>Паром снова опоздал</h1><article><p>"
            + "Во вторник паром не пришёл, и никто не сказал почему. ".repeat(5)
            + "</p><p>"
            + "На пристани ждали одиннадцать человек и одна собака. ".repeat(5)
            + "</p></article>";
    StringBuilder quoted = new StringBuilder();
    for (byte b : html.getBytes(StandardCharsets.UTF_8)) {
      quoted.append(b < 0 || b == '=' ? String.format("=%02X", b & 0xff) : (char) b);
    }
    Files.writeString(
        file,
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n"
            + "----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
            + "Content-Location: https://parom.example/late\r\n\r\n"
            + quoted.toString().replaceAll("(.{70}[^=]{3})(?=.)", "$1=\r\n")
            + "\r\n----x--\r\n");
    assertThat(article(file).headline()).isEqualTo("Паром снова опоздал");
    assertThat(article(file).source()).isEqualTo("https://parom.example/late");
    assertThat(article(file).language().tag()).isEqualTo("ru");
  }

  @Test
  void aWalkSkipsWhatBelongsToSavedPages() throws IOException {
    Files.writeString(folder.resolve("b.html"), "x");
    Files.writeString(folder.resolve("a.txt"), "x");
    Files.writeString(folder.resolve("photo.jpg"), "x");
    Files.writeString(Files.createDirectory(folder.resolve("b_files")).resolve("frame.html"), "x");
    Files.writeString(Files.createDirectory(folder.resolve("more")).resolve("c.md"), "x");
    try (Stream<Path> files = Arrival.walk(folder)) {
      assertThat(files.map(f -> folder.relativize(f).toString()).toList())
          .isEqualTo(List.of("a.txt", "b.html", "more/c.md"));
    }
  }

  @Test
  @Timeout(90)
  void largeAndHostilePagesAreReadInTime() {
    String cards =
        "<div class=x><a href=/1><h3>Title of another story</h3></a><p>" + SENTENCE + "</p></div>";
    for (String html :
        List.of(
            "<h1>The ferry is late again</h1><article>"
                + ("<p>" + SENTENCE.repeat(3) + "</p>").repeat(4_000)
                + "</article>",
            "<h1>The ferry is late again</h1>" + cards.repeat(4_000),
            "<div>".repeat(100_000) + SENTENCE.repeat(10_000),
            "<b><i><a href=x>".repeat(30_000),
            "<table><tr><td>".repeat(20_000) + SENTENCE,
            " ".repeat(4_000_000) + "x",
            "© ".repeat(1_000_000))) {
      assertThatCode(
              () -> Arrival.read(folder.resolve("x.html"), html.getBytes(StandardCharsets.UTF_8)))
          .doesNotThrowAnyException();
      assertThatCode(
              () -> Arrival.read(folder.resolve("x.txt"), html.getBytes(StandardCharsets.UTF_8)))
          .doesNotThrowAnyException();
    }
  }

  private static ArrivedArticle article(Path page) {
    Outcome outcome = Arrival.read(page);
    assertThat(outcome).as(page.toString()).isInstanceOf(Outcome.Arrived.class);
    return ((Outcome.Arrived) outcome).article();
  }
}
