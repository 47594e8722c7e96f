package press.tamizdat.letter.issue;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The plans of letters, and the addresses in their foot, in the desk's database. */
public final class Plans {
  private final Handle handle;

  public Plans(Handle handle) {
    this.handle = handle;
  }

  public Optional<Plan> find(String letter) {
    return handle
        .createQuery("SELECT content FROM letter_plan WHERE letter = :letter")
        .bind("letter", letter)
        .mapTo(String.class)
        .findOne()
        .map(Plan::read);
  }

  /** Every plan, by the letter's slug. */
  public Map<String, Plan> all() {
    Map<String, Plan> all = new LinkedHashMap<>();
    handle
        .createQuery("SELECT letter, content FROM letter_plan ORDER BY letter")
        .map((row, context) -> Map.entry(row.getString("letter"), row.getString("content")))
        .forEach(e -> all.put(e.getKey(), Plan.read(e.getValue())));
    return all;
  }

  public void keep(String letter, Plan plan, Instant at) {
    int _ =
        handle
            .createUpdate(
                "INSERT INTO letter_plan (letter, content, changed_at) VALUES (:letter, :content,"
                    + " :at) ON CONFLICT (letter) DO UPDATE SET content = :content, changed_at ="
                    + " :at")
            .bind("letter", letter)
            .bind("content", plan.toJson())
            .bind("at", at.toEpochMilli())
            .execute();
  }

  /** No further issue is made of it. */
  public void remove(String letter) {
    int _ =
        handle
            .createUpdate("DELETE FROM letter_plan WHERE letter = :letter")
            .bind("letter", letter)
            .execute();
  }

  /** Further places where the publication can be read, the best first. */
  public List<URI> addresses() {
    return handle
        .createQuery("SELECT address FROM letter_address ORDER BY position")
        .mapTo(String.class)
        .list()
        .stream()
        .map(URI::create)
        .toList();
  }

  public void keepAddresses(List<URI> addresses) {
    int _ = handle.createUpdate("DELETE FROM letter_address").execute();
    for (int i = 0; i < addresses.size(); i++) {
      int _ =
          handle
              .createUpdate(
                  "INSERT INTO letter_address (position, address) VALUES (:position, :address)")
              .bind("position", i + 1)
              .bind("address", addresses.get(i).toString())
              .execute();
    }
  }
}
