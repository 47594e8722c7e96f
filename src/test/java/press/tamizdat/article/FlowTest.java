package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Role;

class FlowTest {
  @TempDir Path folder;
  private PressRoom room;
  private Flow flow;
  private Comments comments;
  private Account writer;
  private Account editor;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    comments = new Comments(room.database, room.clock, new Random(3));
    flow = new Flow(room.database, room.clock, comments);
    writer = account("Ilya Marchuk", Role.WRITER);
    editor = account("Vera Lindt", Role.EDITOR);
  }

  private Account account(String name, Role role) {
    var accounts = new Accounts(room.database, room.clock, new Random(name.hashCode()));
    return ((Accounts.Outcome.Done) accounts.add(name, role, new Language("en"))).account();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String draft() {
    return room.articles.create(
        PressRoom.content(
            PressRoom.ENGLISH, "dam", "dam", "news", List.of(), room.clock.instant(), "Text."),
        Optional.empty());
  }

  private Stage stage(String id) {
    return flow.standing(id).orElseThrow().stage();
  }

  private static String key(Flow.Outcome outcome) {
    return outcome instanceof Flow.Outcome.Refused refused ? refused.key() : outcome.toString();
  }

  @Test
  void aWriterSubmitsAndTakesBackButDecidesNothing() {
    String id = draft();

    assertThat(flow.submit(writer, id))
        .isEqualTo(new Flow.Outcome.Moved(Stage.DRAFT, Stage.IN_REVIEW));
    assertThat(key(flow.move(writer, id, Stage.IN_REVIEW, Stage.READY)))
        .isEqualTo("flow.refused.right");
    assertThat(key(flow.sendBack(writer, id, Stage.READY, "No."))).isEqualTo("flow.refused.right");
    assertThat(key(flow.schedule(writer, id, 1, room.clock.instant().plus(Duration.ofHours(1)))))
        .isEqualTo("flow.refused.right");
    assertThat(stage(id)).isEqualTo(Stage.IN_REVIEW);
    assertThat(flow.takeBack(writer, id))
        .isEqualTo(new Flow.Outcome.Moved(Stage.IN_REVIEW, Stage.DRAFT));
  }

  @Test
  void anEditorMarksReadyAndUndoIsTheMoveTheOtherWay() {
    String id = draft();
    flow.submit(writer, id);

    flow.move(editor, id, Stage.IN_REVIEW, Stage.READY);
    assertThat(stage(id)).isEqualTo(Stage.READY);
    flow.move(editor, id, Stage.READY, Stage.IN_REVIEW);
    assertThat(stage(id)).isEqualTo(Stage.IN_REVIEW);
  }

  @Test
  void ofTwoWhoMoveAtOnceTheSecondIsTold() {
    String id = draft();
    flow.submit(writer, id);
    flow.move(editor, id, Stage.IN_REVIEW, Stage.READY);

    assertThat(key(flow.takeBack(writer, id))).isEqualTo("flow.refused.moved");
    assertThat(stage(id)).isEqualTo(Stage.READY);
  }

  @Test
  void whoSendsBackSaysWhyAndTheCommentStands() {
    String id = draft();
    flow.submit(writer, id);

    assertThat(key(flow.sendBack(editor, id, Stage.IN_REVIEW, " ")))
        .isEqualTo("flow.refused.comment");
    flow.sendBack(editor, id, Stage.IN_REVIEW, "Who said this?");

    assertThat(stage(id)).isEqualTo(Stage.DRAFT);
    List<Comment> said = room.database.read(h -> Comments.of(h, id));
    assertThat(said).singleElement().extracting(Comment::body).isEqualTo("Who said this?");
  }

  @Test
  void everyMoveIsInTheAudit() {
    String id = draft();
    flow.submit(writer, id);
    flow.move(editor, id, Stage.IN_REVIEW, Stage.READY);

    List<Audit.Line> lines = room.database.read(h -> Audit.newest(h, Long.MAX_VALUE, 10));
    assertThat(lines)
        .filteredOn(line -> line.object().equals(id))
        .extracting(Audit.Line::action)
        .containsExactly("article.stage.ready", "article.stage.in-review");
  }

  @Test
  void underEmbargoNothingIsScheduledBeforeItsEndAndOnlyAnEditorLiftsIt() {
    String id = draft();
    Instant until = room.clock.instant().plus(Duration.ofDays(2));
    assertThat(flow.embargo(writer, id, Optional.of(until))).isEqualTo(new Flow.Outcome.Done());

    assertThat(flow.schedule(editor, id, 1, until.minusSeconds(60)))
        .isEqualTo(new Flow.Outcome.Refused("flow.refused.embargo", Optional.of(until)));
    assertThat(key(flow.embargo(writer, id, Optional.empty())))
        .isEqualTo("flow.refused.embargo-right");
    assertThat(key(flow.embargo(writer, id, Optional.of(until.minusSeconds(60)))))
        .isEqualTo("flow.refused.embargo-right");
    assertThat(flow.schedule(editor, id, 1, until)).isInstanceOf(Flow.Outcome.Moved.class);
    assertThat(key(flow.embargo(writer, id, Optional.of(until.plusSeconds(60)))))
        .isEqualTo("flow.refused.scheduled-before");
    assertThat(flow.embargo(editor, id, Optional.empty())).isEqualTo(new Flow.Outcome.Done());
  }

  @Test
  void whatIsPastOrNotWrittenYetIsNotScheduled() {
    String id = draft();
    Instant now = room.clock.instant();

    assertThat(key(flow.schedule(editor, id, 1, now))).isEqualTo("flow.refused.past");
    assertThat(key(flow.schedule(editor, id, 2, now.plusSeconds(60))))
        .isEqualTo("flow.refused.text-changed");
  }

  @Test
  void aDraftGoesIntoTheBinAndComesOutAndAPublishedArticleNever() {
    String id = draft();
    assertThat(flow.bin(writer, id)).isEqualTo(new Flow.Outcome.Done());
    assertThat(flow.standing(id).orElseThrow().binned()).contains(room.clock.instant());
    assertThat(key(flow.submit(writer, id))).isEqualTo("flow.refused.binned");
    assertThat(flow.unbin(writer, id)).isEqualTo(new Flow.Outcome.Done());
    assertThat(flow.standing(id).orElseThrow().binned()).isEmpty();

    room.publish(id);
    assertThat(key(flow.bin(editor, id))).isEqualTo("flow.refused.published");
  }

  @Test
  void aPlanHasADayAPersonAndANote() {
    String id = draft();

    flow.plan(
        writer, id, Optional.of(LocalDate.of(2026, 11, 27)), Optional.of(writer.id()), " Ask. ");

    Standing standing = flow.standing(id).orElseThrow();
    assertThat(standing.planned()).contains(LocalDate.of(2026, 11, 27));
    assertThat(standing.assignee()).contains(writer.id());
    assertThat(standing.brief()).isEqualTo("Ask.");
  }

  @Test
  void whatIsWrittenAfterPublicationIsAnUnpublishedChangeUntilItIsPublished() {
    String id = draft();
    room.publish(id);
    assertThat(flow.standing(id).orElseThrow().unpublishedChanges()).isFalse();

    Content content = room.articles.find(id).orElseThrow().content();
    room.articles.revise(id, content.withRelated(List.of()));
    assertThat(flow.standing(id).orElseThrow().unpublishedChanges()).isTrue();
    room.publish(id);

    assertThat(flow.standing(id).orElseThrow().unpublishedChanges())
        .as("though it says the same")
        .isFalse();
  }

  @Test
  void commentsAreAnsweredSettledAndOpenedAgain() {
    String id = draft();
    Account other = account("Marta", Role.WRITER);
    String first = ((Comments.Outcome.Done) comments.add(writer, id, "the  dam", "Which?")).id();
    String answer =
        ((Comments.Outcome.Done) comments.reply(editor, id, first, "The upper one.")).id();
    comments.reply(writer, id, answer, "Thanks.");

    assertThat(comments.resolve(other, id, first))
        .isEqualTo(new Comments.Outcome.Refused("flow.refused.comment-settle"));
    assertThat(room.database.<Integer>read(h -> Comments.open(h, id))).isEqualTo(1);
    comments.resolve(editor, id, first);
    assertThat(room.database.<Integer>read(h -> Comments.open(h, id))).isZero();
    comments.reopen(writer, id, first);

    Comment said = room.database.read(h -> Comments.of(h, id)).getFirst();
    assertThat(said.quote()).isEqualTo("the dam");
    assertThat(said.resolved()).isEmpty();
    assertThat(said.replies())
        .extracting(Comment::body)
        .containsExactly("The upper one.", "Thanks.");
  }
}
