package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Submission;
import press.tamizdat.platform.http.Verb;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.envelope.ReplyKey;
import press.tamizdat.trust.sealing.SealingKey;

/** Takes a form: looks at its shape, guards it, seals it, answers. */
final class TakeForm {
  private final FormDoor door;
  private final FormsFile file;
  private final SealingKey key;
  private final Replies replies;

  TakeForm(FormDoor door, FormsFile file, SealingKey key, Replies replies) {
    this.door = door;
    this.file = file;
    this.key = key;
    this.replies = replies;
  }

  /** Whatever comes to an address under {@code /forms/}. */
  Resource answer(Submission submission) {
    Map<String, List<String>> query = Urlencoded.read(submission.query()).orElse(Map.of());
    String language = replies.language(query);
    if (submission.path().startsWith(OpenForms.ANSWERS)) {
      String ticket = submission.path().substring(OpenForms.ANSWERS.length());
      return submission.verb() == Verb.GET
          ? door.waiting.find(ticket).map(this::await).orElseGet(() -> replies.missing(language))
          : replies.missing(language);
    }
    String kind = submission.path().substring(OpenForms.FORMS.length());
    FormsFile.Form form = file.forms().get(kind);
    if (form == null) {
      return replies.missing(language);
    }
    if (submission.verb() == Verb.GET) {
      return form.page().isEmpty()
          ? replies.missing(language)
          : filled(language + "/" + form.page(), submission);
    }
    return isMultipart(submission)
        ? oneClick(kind, form, submission, query)
        : read(kind, form, submission, query);
  }

  /** A page with what stands in its address. */
  Resource filled(String page, Submission asked) {
    Map<String, List<String>> query = Urlencoded.read(asked.query()).orElse(Map.of());
    return replies.page(200, page, Slots.fromQuery(query));
  }

  private static boolean isMultipart(Submission submission) {
    return submission.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** RFC 8058 §3.1: one field, and what it is about in the address. */
  private Resource oneClick(
      String kind, FormsFile.Form form, Submission submission, Map<String, List<String>> query) {
    String body = new String(submission.body(), ISO_8859_1);
    boolean meant = body.contains("List-Unsubscribe") && body.contains("One-Click");
    return form.oneClick() && meant
        ? accept(kind, form, query, submission, false)
        : replies.again(replies.language(query));
  }

  private Resource read(
      String kind, FormsFile.Form form, Submission submission, Map<String, List<String>> query) {
    Optional<Map<String, List<String>>> read = Urlencoded.read(submission.body());
    if (read.isEmpty()) {
      return replies.again(replies.language(query));
    }
    Map<String, List<String>> sent = read.get();
    if (form.oneClick() && sent.getOrDefault("List-Unsubscribe", List.of()).contains("One-Click")) {
      return accept(kind, form, query, submission, false);
    }
    if (!form.guard()) {
      return accept(kind, form, sent, submission, true);
    }
    Map<String, List<String>> inner =
        Optional.ofNullable(sent.get(Guard.FORM))
            .map(before -> Urlencoded.read(before.getFirst()).orElse(Map.of()))
            .orElse(sent);
    return guarded(kind, form, sent, inner, submission);
  }

  private Resource guarded(
      String kind,
      FormsFile.Form form,
      Map<String, List<String>> sent,
      Map<String, List<String>> fields,
      Submission submission) {
    String language = replies.language(fields);
    Optional<Map<String, List<String>>> shaped = shaped(form, fields);
    if (shaped.isEmpty()) {
      return replies.again(language);
    }
    if (Guard.isTrapped(fields)) {
      return replies.page(200, language + "/" + form.answer(), Map.of());
    }
    if (!door.guard.isMet(sent)) {
      return ask(kind, language, shaped.get());
    }
    return accept(kind, form, fields, submission, true);
  }

  private Resource ask(String kind, String language, Map<String, List<String>> fields) {
    FormsFile.Human human = file.human().get(language);
    if (human == null) {
      throw new IllegalStateException("forms.json has no questions in " + language);
    }
    return replies.question(
        language, kind, Urlencoded.write(fields), door.guard.challenges().question(human));
  }

  /**
   * @param limited whether there is a limit for each source; mail programs come for many readers
   */
  private Resource accept(
      String kind,
      FormsFile.Form form,
      Map<String, List<String>> sent,
      Submission submission,
      boolean limited) {
    String language = replies.language(sent);
    Optional<Map<String, List<String>>> fields = shaped(form, sent);
    if (fields.isEmpty()) {
      return replies.again(language);
    }
    if (limited && !door.guard.allows(form.guard(), submission.source())) {
      return replies.later(429, language);
    }
    String id = door.nextId();
    Optional<ReplyKey> reply =
        form.waits() ? Optional.of(ReplyKey.generate(door.random)) : Optional.empty();
    Envelope envelope =
        new Envelope(id, kind, door.clock.instant(), fields.get(), Map.of(), new byte[0], reply);
    if (!door.put(envelope, key)) {
      return replies.later(503, language);
    }
    if (reply.isPresent()) {
      return await(door.waiting.ticket(id, reply.get(), language));
    }
    return replies.page(200, language + "/" + form.answer(), Slots.fromQuery(fields.get()));
  }

  private Resource await(Waiting.Ticket ticket) {
    Optional<Answer> answer = door.waiting.await(ticket, door.patience);
    return answer
        .map(a -> replies.answer(a, ticket.language()))
        .orElseGet(() -> replies.waiting(ticket));
  }

  /**
   * The fields that this kind has, and no others; empty if one of them is not what it should be.
   */
  private static Optional<Map<String, List<String>>> shaped(
      FormsFile.Form form, Map<String, List<String>> sent) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Map.Entry<String, FormsFile.Field> each : form.fields().entrySet()) {
      FormsFile.Field field = each.getValue();
      List<String> values =
          sent.getOrDefault(each.getKey(), List.of()).stream()
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .toList();
      boolean fits =
          values.size() <= field.times()
              && (!values.isEmpty() || !field.needed())
              && values.stream().allMatch(v -> v.length() <= field.most() && field.shape().fits(v));
      if (!fits) {
        return Optional.empty();
      }
      if (!values.isEmpty()) {
        fields.put(each.getKey(), values);
      }
    }
    return Optional.of(new HashMap<>(fields));
  }
}
