package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.db.Database;

/** A desk of the first version of the program, opened by this one. */
class MigrationsTest {
  @TempDir Path folder;

  /** As version 1 wrote it. */
  private Path oldDesk() throws SQLException {
    Path file = folder.resolve("desk.db");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:db/desk")
        .target("1")
        .loggers("slf4j")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String row :
          List.of(
              "INSERT INTO photo VALUES ('0123456789abcdef0123456789abcdef',"
                  + " '{\"small\":{\"name\":\"a.webp\",\"width\":3,\"height\":2,\"length\":1},"
                  + "\"medium\":{\"name\":\"a.webp\",\"width\":3,\"height\":2,\"length\":1},"
                  + "\"large\":{\"name\":\"a.webp\",\"width\":3,\"height\":2,\"length\":1}}', 1760000000000)",
              "INSERT INTO article VALUES ('dam', 'file:dam.html', 'published', 2, 1760000000000)",
              "INSERT INTO article VALUES ('weir', NULL, 'draft', 1, 1760000000001)",
              "INSERT INTO article VALUES ('gone', NULL, 'taken-down', 1, 1760000000002)",
              revision("dam", 1, "The dam"),
              revision("dam", 2, "The dam broke"),
              revision("weir", 1, "The weir"),
              revision("gone", 1, "Not so"),
              "INSERT INTO publication VALUES ('dam', 2, 'dam-story', 'en', '2025/10', 'the-dam', 'news',"
                  + " 1760000000000, 1760000000000, '{}', '', '<p>It broke.</p>', '[\"river\"]', '[]', 'c', 'p')",
              "INSERT INTO publication_topic VALUES ('dam', 'river', 'en', 1760000000000)",
              "INSERT INTO publication_author VALUES ('dam', 'a-writer', 'A. Writer', 'en', 1760000000000)",
              "INSERT INTO taken_down VALUES ('gone', 'en', '2025/10', 'not-so', 1760000000003, 'It was not so.')",
              "INSERT INTO frozen_edition VALUES (1, 7, '"
                  + "ab".repeat(32)
                  + "', '"
                  + "cd".repeat(32)
                  + "')")) {
        sql.executeUpdate(row);
      }
    }
    return file;
  }

  private static String revision(String article, int number, String headline) {
    String content =
        PressRoom.content(
                PressRoom.ENGLISH,
                article + "-story",
                headline,
                "news",
                List.of("river"),
                java.time.Instant.ofEpochMilli(1_760_000_000_000L),
                "It was raining.")
            .toJson();
    return "INSERT INTO revision VALUES ('%s', %d, '%s', 1760000000000)"
        .formatted(article, number, content);
  }

  private static long count(Database database, String table) {
    return database.read(
        h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void everyRowOfTheFirstVersionSurvives() throws SQLException {
    try (Database database = Database.open(oldDesk(), "db/desk")) {
      Articles articles = new Articles(database, Clock.systemUTC(), new java.util.Random(1));

      Article dam = articles.find("dam").orElseThrow();
      assertThat(dam.revision()).isEqualTo(2);
      assertThat(dam.state()).isEqualTo(Article.State.PUBLISHED);
      assertThat(dam.content().headline()).isEqualTo("About The dam broke");
      assertThat(articles.find("weir").orElseThrow().state()).isEqualTo(Article.State.DRAFT);
      assertThat(articles.find("gone").orElseThrow().state()).isEqualTo(Article.State.TAKEN_DOWN);
      assertThat(articles.fromSource("file:dam.html")).contains("dam");
      assertThat(count(database, "revision")).isEqualTo(4);
      assertThat(count(database, "photo")).isEqualTo(1);
      for (String table :
          List.of(
              "publication",
              "publication_topic",
              "publication_author",
              "taken_down",
              "frozen_edition")) {
        assertThat(count(database, table)).as(table).isEqualTo(1);
      }
    }
  }

  @Test
  void anOldDeskWorksOn() throws SQLException {
    try (Database database = Database.open(oldDesk(), "db/desk")) {
      Clock clock = Clock.systemUTC();
      Articles articles = new Articles(database, clock, new java.util.Random(1));
      PublicationSettings settings = new PublicationSettings(database, clock);

      articles.revise("weir", articles.find("weir").orElseThrow().content());
      assertThat(settings.takeOver(PressRoom.publication(), "digest")).isTrue();

      assertThat(articles.find("weir").orElseThrow().revision()).isEqualTo(2);
      assertThat(settings.current().address()).isEqualTo(URI.create("https://gauge.example"));
      assertThat(new Translations(database, articles, clock).of("dam")).hasSize(1);
    }
  }

  @Test
  void openingItAgainChangesNothing() throws SQLException {
    Path file = oldDesk();
    Database.open(file, "db/desk").close();
    try (Database database = Database.open(file, "db/desk")) {
      assertThat(count(database, "article")).isEqualTo(3);
    }
  }
}
