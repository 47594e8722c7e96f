package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Role;

/** Which publication counts when a house is opened: the file's or the desk's. */
class HouseTest {
  @TempDir Path folder;

  private DataFolder begun() {
    DataFolder data = new DataFolder(folder);
    data.begin(Resource.text("/tamizdat.toml"));
    return data;
  }

  private static void rename(House house, String name) {
    Accounts accounts = new Accounts(house.database(), Clock.systemUTC(), new SecureRandom());
    if (!(accounts.add("Vera Lindt", Role.CHIEF, PressRoom.ENGLISH)
        instanceof Accounts.Outcome.Done done)) {
      throw new AssertionError("no account");
    }
    house
        .publication()
        .change(
            new Act(done.account().id(), "settings", ""),
            p ->
                p.withMasthead(
                    Map.of(PressRoom.ENGLISH, name),
                    p.tagline(),
                    p.address(),
                    p.zone(),
                    p.languages()));
  }

  private static String name(House house) {
    Publication now = house.publication().current();
    return now.name().getOrDefault(PressRoom.ENGLISH, "");
  }

  private static void edit(DataFolder data, String from, String to) throws IOException {
    String text = Files.readString(data.settingsFile());
    assertThat(text).contains(from);
    Files.writeString(data.settingsFile(), text.replace(from, to));
  }

  @Test
  void theDeskCountsAsLongAsNobodyEditsTheFile() throws IOException {
    DataFolder data = begun();
    try (House house = new House(data, Clock.systemUTC())) {
      assertThat(name(house)).isEqualTo("Our Newspaper");
      assertThat(house.takenOver()).as("there was nothing before").isFalse();
      rename(house, "The Desk's");
    }
    edit(data, "127.0.0.1:8080", "127.0.0.1:8090");
    try (House house = new House(data, Clock.systemUTC())) {
      assertThat(name(house)).isEqualTo("The Desk's");
      assertThat(house.takenOver()).isFalse();
    }
  }

  @Test
  void whoeverEditsTheFileGetsWhatHeWroteAndTheDesksVersionIsKept() throws IOException {
    DataFolder data = begun();
    try (House house = new House(data, Clock.systemUTC())) {
      rename(house, "The Desk's");
    }
    edit(data, "Our Newspaper", "The Operator's");
    try (House house = new House(data, Clock.systemUTC())) {
      assertThat(house.takenOver()).isTrue();
      assertThat(name(house)).isEqualTo("The Operator's");
      assertThat(house.publication().at(2).orElseThrow().name())
          .containsEntry(PressRoom.ENGLISH, "The Desk's");
    }
    try (House house = new House(data, Clock.systemUTC())) {
      assertThat(house.takenOver()).as("once is enough").isFalse();
    }
  }
}
