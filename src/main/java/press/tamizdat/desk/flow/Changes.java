package press.tamizdat.desk.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.tamizdat.desk.Visit;
import press.tamizdat.edition.PublicationPlan;

/** What an edition changes, in words. */
final class Changes {
  private Changes() {}

  static List<PublicationView.Group> groups(Visit visit, PublicationPlan plan) {
    List<PublicationView.Group> groups = new ArrayList<>();
    for (PublicationPlan.Place place : PublicationPlan.Place.values()) {
      List<PublicationView.File> files =
          plan.lines().stream()
              .filter(line -> line.place() == place)
              .map(
                  line ->
                      new PublicationView.File(
                          line.path(), visit.say("flow.how." + word(line.how()))))
              .toList();
      if (!files.isEmpty()) {
        groups.add(new PublicationView.Group(visit.say("flow.place." + word(place)), files));
      }
    }
    return groups;
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
