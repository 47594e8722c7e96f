package press.tamizdat.desk.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.AsPublished;
import press.tamizdat.article.Content;
import press.tamizdat.desk.Visit;

/**
 * What an article lacks before it can be published. An article that nobody has begun lacks nothing.
 */
record Faults(WritingRoom room, Visit visit) {
  /** By field, in the writer's language. */
  Map<String, String> of(Content content) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (content.headline().isEmpty() && content.body().isEmpty()) {
      return faults;
    }
    if (content.headline().isEmpty()) {
      faults.put("headline", visit.say("writing.fault.headline"));
    }
    if (content.section().isEmpty()) {
      faults.put("section", visit.say("writing.fault.section"));
    }
    if (content.bylines().isEmpty()) {
      faults.put("bylines", visit.say("writing.fault.bylines"));
    }
    content
        .lead()
        .ifPresent(
            lead -> {
              if (lead.alternative().isEmpty()) {
                faults.put("lead.alternative", visit.say("writing.fault.alternative"));
              }
              if (lead.credit().isEmpty()) {
                faults.put("lead.credit", visit.say("writing.fault.credit"));
              }
            });
    List<String> missing =
        room.newsroom.database().read(handle -> AsPublished.missingPictures(handle, content));
    if (content.body().isEmpty()) {
      faults.put("body", visit.say("writing.fault.body"));
    } else if (!missing.isEmpty()) {
      faults.put("body", visit.say("writing.fault.pictures", String.join(", ", missing)));
    }
    return faults;
  }
}
