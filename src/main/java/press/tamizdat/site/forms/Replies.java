package press.tamizdat.site.forms;

import java.net.URI;
import java.util.List;
import java.util.Map;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.trust.envelope.Answer;

/** Pages of the edition as answers to forms. */
final class Replies {
  private final FormsFile file;
  private final EditionPages pages;

  Replies(FormsFile file, EditionPages pages) {
    this.file = file;
    this.pages = pages;
  }

  /** One of the edition's languages: the one that was asked for, or the first. */
  String language(Map<String, List<String>> fields) {
    String asked = fields.getOrDefault("language", List.of("")).getFirst();
    return file.languages().contains(asked) ? asked : file.languages().getFirst();
  }

  Resource page(int status, String path, Map<String, String> values) {
    return pages.answer(status, path, values);
  }

  Resource missing(String language) {
    return pages.answer(404, language + "/404.html", Map.of());
  }

  /** Something that was needed is missing, or is not what it should be. */
  Resource again(String language) {
    return own(422, "again", language, Map.of());
  }

  /** No room, or too many from one place. */
  Resource later(int status, String language) {
    return pages.answer(status, path("later", language), Map.of(), Map.of("Retry-After", "600"));
  }

  Resource question(String language, String kind, String form, Challenges.Question question) {
    return own(
        200,
        "human",
        language,
        Map.of(
            "kind",
            kind,
            Guard.FORM,
            form,
            "question",
            question.text(),
            Guard.CHALLENGE,
            question.challenge()));
  }

  /** Comes again by itself. */
  Resource waiting(Waiting.Ticket ticket) {
    return own(202, "waiting", ticket.language(), Map.of("ticket", ticket.name()));
  }

  Resource answer(Answer answer, String language) {
    if (answer.goTo().isPresent()) {
      return goTo(answer.goTo().get(), language);
    }
    String path = answer.page();
    return pages.answer(200, pages.has(path) ? path : language + "/" + path, answer.fields());
  }

  /**
   * Elsewhere by a page of ours: a form's policy ({@code form-action 'self'}) holds for where it is
   * redirected to as well, and browsers stop there.
   */
  private Resource goTo(URI address, String language) {
    String to = address.toASCIIString();
    if (address.isAbsolute()) {
      if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
        throw new IllegalStateException("an answer leads to what is not the web");
      }
      return own(
          200, "onward", language, Map.of("to", to, "host", String.valueOf(address.getHost())));
    }
    return Resource.fresh(
        303, "text/plain", Map.of(Encoding.IDENTITY, new byte[0]), Map.of("Location", to));
  }

  private Resource own(int status, String what, String language, Map<String, String> values) {
    return pages.answer(status, path(what, language), values);
  }

  private String path(String what, String language) {
    String page = file.pages().get(what);
    if (page == null) {
      throw new IllegalStateException("forms.json names no page for: " + what);
    }
    return language + "/" + page;
  }
}
