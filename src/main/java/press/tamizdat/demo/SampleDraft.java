package press.tamizdat.demo;

import java.nio.file.Path;
import java.util.List;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.config.Section;

/**
 * A text that the sample newsroom is still working on.
 *
 * @param stage how far it has come, as the desk names it
 * @param day for which it is planned, in days from today
 * @param hours from now until it appears, or until its embargo ends; 0 for neither
 * @param by the pen name of whoever works on it
 */
record SampleDraft(
    SampleArticle article,
    String stage,
    int day,
    int hours,
    int embargo,
    String by,
    String brief,
    List<Remark> remarks) {

  /** What was said beside the text. */
  record Remark(String by, String quote, String text) {
    private static Remark of(Section section) {
      Remark remark =
          new Remark(section.text("by"), section.text("quote", ""), section.text("text"));
      section.refuseOthers();
      return remark;
    }
  }

  static SampleDraft read(Path file, String text, Publication publication) {
    return SampleArticle.read(
        file,
        text,
        (front, body) ->
            new SampleDraft(
                SampleArticle.of(front, body, publication),
                front.text("stage"),
                (int) front.number("day", 0, 0, 30),
                (int) front.number("hours", 0, 0, 240),
                (int) front.number("embargo", 0, 0, 240),
                front.text("by"),
                front.text("brief", ""),
                front.sections("comments").stream().map(Remark::of).toList()));
  }
}
