package press.tamizdat.desk.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.WorkingCopies;
import press.tamizdat.desk.Visit;

/**
 * What an open page is told: {@code state} is {@code kept}, {@code locked}, {@code newer} or {@code
 * refused}.
 */
record Heartbeat(
    String state, WorkingCopies.Kept kept, String holder, boolean mine, List<String> others) {

  Map<String, Object> json(Visit visit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state);
    json.put("at", kept.at().toEpochMilli());
    json.put("revision", (long) kept.base());
    json.put("newest", (long) kept.newest());
    json.put("holder", holder);
    json.put("mine", mine);
    json.put("others", others);
    json.put(
        "message",
        state.equals("kept")
            ? visit.say("writing.heard.kept", WritingRoom.moment(visit, kept.at()))
            : visit.say("writing.heard." + state, holder));
    return json;
  }

  static Map<String, Object> taken(Visit visit, int before, int newest) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", newest == before ? "kept" : "newer");
    json.put("at", visit.newsroom().clock().millis());
    json.put("revision", (long) before);
    json.put("newest", (long) newest);
    json.put("holder", visit.account().penName());
    json.put("mine", true);
    json.put("others", List.of());
    json.put("message", visit.say("writing.heard.taken"));
    return json;
  }
}
