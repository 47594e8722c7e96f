package press.tamizdat.desk.letters;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.Upload;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.trust.Secret;

/** {@code /letters/roll}: how many there are, bringing addresses in, taking all of them out. */
final class RollPage {
  private static final String PATH = "/letters/roll";

  void open(DeskRoutes routes) {
    routes.get(PATH, visit -> page(visit, List.of()));
    routes.post("/letters/roll/import", this::bring);
    routes.post("/letters/roll/export", this::take);
  }

  private static Reply page(Visit visit, List<String> faults) {
    visit.require(Right.MANAGE);
    Optional<Mailroom> mailroom = visit.newsroom().mailroom();
    String after = visit.query().text("after");
    String from = after.matches("[a-z2-7]{0,32}") ? after : "";
    Mailroom.Rows rows =
        mailroom
            .map(m -> m.rows(from))
            .orElseGet(() -> new Mailroom.Rows(List.of(), Optional.empty()));
    long people =
        mailroom.map(Mailroom::now).orElse(List.of()).stream()
            .filter(n -> n.letter().isEmpty())
            .mapToLong(Mailroom.Now::people)
            .sum();
    RollView view =
        new RollView(
            mailroom.isPresent(),
            IssueLine.number(visit, people),
            IssueLine.number(visit, mailroom.map(Mailroom::unconfirmed).orElse(0L)),
            rows.rows().stream().map(r -> row(visit, r)).toList(),
            rows.next().map(n -> PATH + "?after=" + n),
            from.isEmpty(),
            visit.account().may(Right.MANAGE),
            visit.publication().letters().stream()
                .map(l -> new OverviewView.Choice(l.slug(), OverviewPage.name(visit, l)))
                .toList(),
            visit.publication().languages().stream()
                .map(l -> new OverviewView.Choice(l.tag(), IssueLine.languageName(visit, l)))
                .toList(),
            faults);
    return visit.page(
        faults.isEmpty() ? 200 : 422, visit.say("letters.roll.title"), "letters/roll", view);
  }

  private static RollView.Row row(Visit visit, Mailroom.Row row) {
    List<String> notes = new ArrayList<>();
    if (!row.confirmed()) {
      notes.add(visit.say("letters.roll.pending"));
    }
    if (row.encrypted()) {
      notes.add(visit.say("letters.roll.encrypted"));
    }
    return new RollView.Row(
        row.beginning(),
        IssueLine.languageName(visit, row.language()),
        row.month(),
        row.letters().stream()
            .map(
                slug ->
                    visit
                        .publication()
                        .letter(slug)
                        .map(l -> OverviewPage.name(visit, l))
                        .orElse(slug))
            .collect(Collectors.joining(", ")),
        notes);
  }

  private static Mailroom mailroom(Visit visit) {
    return visit
        .newsroom()
        .mailroom()
        .orElseThrow(() -> new Unacceptable(404, "the roll is not here"));
  }

  /** From a file that is read in memory and not kept. */
  private Reply bring(Visit visit) {
    visit.require(Right.MANAGE);
    Fields form = visit.form();
    List<String> faults = new ArrayList<>();
    Optional<Upload> file = form.upload("file").filter(u -> u.bytes().length > 0);
    if (file.isEmpty()) {
      faults.add(visit.say("letters.import.file"));
    }
    String letter = form.text("letter");
    Optional<Language> language =
        visit.publication().languages().stream()
            .filter(l -> l.tag().equals(form.text("language")))
            .findFirst();
    if (visit.publication().letter(letter).isEmpty() || language.isEmpty()) {
      faults.add(visit.say("letters.import.letter"));
    }
    String ground = form.text("ground").strip();
    boolean stated = form.text("how").equals("ground");
    if (stated && ground.length() < 20) {
      faults.add(visit.say("letters.import.ground.fault"));
    }
    if (!faults.isEmpty()) {
      return page(visit, faults);
    }
    Mailroom.Imported done =
        mailroom(visit)
            .importing(
                new ByteArrayInputStream(file.orElseThrow().bytes()),
                letter,
                language.orElseThrow(),
                stated ? Optional.of(ground) : Optional.empty(),
                visit.account().penName());
    note(visit, "letter.import", letter + ": " + (done.added() + done.asked()));
    return visit.back(
        PATH,
        "letters.import.done",
        IssueLine.number(visit, done.added()),
        IssueLine.number(visit, done.asked()),
        IssueLine.number(visit, done.passed()));
  }

  /** The whole roll, sealed: only the roll's passphrase opens it. */
  private Reply take(Visit visit) {
    visit.require(Right.MANAGE);
    Optional<byte[]> sealed = mailroom(visit).export(Secret.of(visit.form().text("passphrase")));
    if (sealed.isEmpty()) {
      return page(visit, List.of(visit.say("letters.export.wrong")));
    }
    note(visit, "letter.export", "");
    return Reply.bytes("application/octet-stream", sealed.get())
        .with("Content-Disposition", "attachment; filename=\"roll.age\"")
        .with("Cache-Control", "no-store");
  }

  private static void note(Visit visit, String action, String object) {
    visit
        .newsroom()
        .database()
        .change(
            handle ->
                new Audit(visit.newsroom().clock())
                    .note(handle, Optional.of(visit.account().id()), action, object));
  }
}
