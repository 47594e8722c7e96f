package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.http.Content;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Submission;
import press.tamizdat.platform.http.Verb;
import press.tamizdat.post.FolderBox;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/** A form whose answer comes from who opens the envelope. */
@Timeout(30)
class WaitingTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  @TempDir Path folder;
  private final OpeningKey key = OpeningKey.generate(RANDOM);

  private OpenForms open(Duration patience) {
    Map<String, String> files = new HashMap<>();
    files.put(
        "forms.json",
        """
        {"dropbox":"%s","languages":["en"],
         "forms":{"ask":{"fields":{"what":{"most":20}},"wait":true}},
         "hooks":{"till":{"kind":"till.hook","headers":["x-signature"]}},
         "slots":{"en/paid.html":["sum"],"en/forms/waiting.html":["ticket"],
                  "en/forms/onward.html":["to","host"]},
         "pages":{"waiting":"forms/waiting.html","onward":"forms/onward.html",
                  "again":"forms/again.html","later":"forms/again.html"},
         "answers":["paid.html"]}
        """
            .formatted(key.sealing().text()));
    files.put("en/paid.html", "You gave {{sum}}");
    files.put("en/forms/waiting.html", "/forms/answers/{{ticket}}");
    files.put("en/forms/onward.html", "<a href=\"{{to}}\">{{host}}</a>");
    files.put("en/forms/again.html", "again");
    files.put("en/404.html", "missing");
    Dropbox dropbox = new Dropbox(folder.resolve("dropbox"), 10, 1 << 20);
    return new FormDoor(dropbox, Set.of(), Clock.systemUTC(), RANDOM, patience)
        .open(path -> Optional.ofNullable(files.get(path)).map(t -> t.getBytes(UTF_8)), Map.of())
        .orElseThrow();
  }

  private static Resource send(OpenForms forms, Verb verb, String path, String body) {
    return forms
        .intake(verb, path)
        .orElseThrow()
        .clerk()
        .answer(
            new Submission(
                verb,
                path,
                "",
                "application/x-www-form-urlencoded",
                Map.of("x-signature", "s"),
                body.getBytes(UTF_8),
                ""));
  }

  private static String text(Resource resource) {
    return resource.contents().get(Encoding.IDENTITY) instanceof Content.InMemory(byte[] bytes)
        ? new String(bytes, UTF_8)
        : "";
  }

  /** The envelope that lies in the dropbox, once it does. */
  private Envelope opened(FolderBox box) {
    for (int i = 0; i < 500 && box.waiting().isEmpty(); i++) {
      box.await(Duration.ofMillis(20));
    }
    String id = box.waiting().getFirst();
    byte[] json = key.open(box.fetch(id).orElseThrow()).orElseThrow();
    return Envelope.parse(id, json).orElseThrow();
  }

  private void answer(Answer answer) {
    try (FolderBox box = new FolderBox(folder.resolve("dropbox"))) {
      Envelope envelope = opened(box);
      box.answer(envelope.id(), envelope.replyKey().orElseThrow().seal(answer));
      box.remove(envelope.id());
    }
  }

  private Resource ask(Answer answer) throws InterruptedException {
    Thread post = Thread.ofVirtual().start(() -> answer(answer));
    Resource resource = send(open(Duration.ofSeconds(20)), Verb.POST, "/forms/ask", "what=x");
    post.join();
    return resource;
  }

  @Test
  void theAnswerFillsAPageOrLeadsOn() throws Exception {
    Resource page = ask(Answer.page("paid.html", Map.of("sum", "5 <b>")));
    assertThat(page.status()).isEqualTo(200);
    assertThat(text(page)).isEqualTo("You gave 5 &lt;b&gt;");

    Resource path = ask(Answer.goTo(URI.create("/en/paid.html?sum=5")));
    assertThat(path.status()).isEqualTo(303);
    assertThat(path.headers()).containsEntry("Location", "/en/paid.html?sum=5");

    Resource elsewhere = ask(Answer.goTo(URI.create("https://pay.example/x?a=1&b=2")));
    assertThat(elsewhere.status()).isEqualTo(200);
    assertThat(text(elsewhere))
        .isEqualTo("<a href=\"https://pay.example/x?a=1&amp;b=2\">pay.example</a>");
  }

  @Test
  void whoWaitsTooLongComesBackWithATicket() {
    OpenForms forms = open(Duration.ofMillis(300));
    Resource waiting = send(forms, Verb.POST, "/forms/ask", "what=x");
    assertThat(waiting.status()).isEqualTo(202);
    Matcher ticket = Pattern.compile("/forms/answers/[a-z2-7]{26}").matcher(text(waiting));
    assertThat(ticket.matches()).isTrue();
    assertThat(send(forms, Verb.GET, ticket.group(), "").status()).isEqualTo(202);

    answer(Answer.page("en/paid.html", Map.of("sum", "7")));

    for (int i = 0; i < 2; i++) {
      assertThat(text(send(forms, Verb.GET, ticket.group(), ""))).isEqualTo("You gave 7");
    }
    assertThat(send(forms, Verb.GET, "/forms/answers/" + "a".repeat(26), "").status())
        .isEqualTo(404);
  }

  @Test
  void aHookIsSealedWithTheHeadersThatItsKindKeeps() {
    OpenForms forms = open(Duration.ZERO);
    assertThat(send(forms, Verb.POST, "/hooks/till", "{\"paid\":true}").status()).isEqualTo(200);
    assertThat(forms.intake(Verb.POST, "/hooks/other")).isEmpty();
    try (FolderBox box = new FolderBox(folder.resolve("dropbox"))) {
      Envelope envelope = opened(box);
      assertThat(envelope.kind()).isEqualTo("till.hook");
      assertThat(envelope.headers()).isEqualTo(Map.of("x-signature", "s"));
      assertThat(new String(envelope.body(), UTF_8)).isEqualTo("{\"paid\":true}");
    }
  }
}
