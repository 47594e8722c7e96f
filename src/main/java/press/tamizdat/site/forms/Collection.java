package press.tamizdat.site.forms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Intake;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Submission;
import press.tamizdat.platform.http.Verb;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.collecting.Collectors;
import press.tamizdat.trust.collecting.SignedRequest;

/**
 * The dropbox for a post room on another machine: every request is signed by one of the keys that
 * the edition names. Where it names none, there is nothing here.
 */
final class Collection {
  private static final Pattern PATH =
      Pattern.compile("/dropbox(?:/([a-z2-7]{26})(?:/(removal|answer))?)?");
  private static final Pattern WAIT = Pattern.compile("wait=([0-9]{1,2})&seen=([0-9a-f]{64})");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127\\.[0-9.]+|\\[::1\\])(?::[0-9]+)?");
  private static final Set<String> HEADERS =
      Set.of("host", "content-digest", "signature-input", "signature");
  private static final int MOST_ANSWER = 64 << 10;

  private final FormDoor door;
  private final FormsFile file;

  Collection(FormDoor door, FormsFile file) {
    this.door = door;
    this.file = file;
  }

  Optional<Intake> intake(Verb verb, String path) {
    Matcher parts = PATH.matcher(path);
    if (file.collecting().isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    boolean acts = parts.group(2) != null;
    if (acts != (verb == Verb.POST)) {
      return Optional.empty();
    }
    return Optional.of(new Intake(MOST_ANSWER, Set.of(), HEADERS, this::answer));
  }

  private Resource answer(Submission submission) {
    String host = submission.headers().getOrDefault("host", "").toLowerCase(Locale.ROOT);
    SignedRequest request =
        new SignedRequest(
            submission.verb().name(),
            host,
            submission.path(),
            submission.query(),
            submission.body());
    Optional<Collectors.Refusal> refusal =
        door.collectors.refusal(file.collecting(), request, submission.headers());
    if (refusal.isPresent()) {
      return OpenForms.plain(401, refusal.get().text() + "\n");
    }
    if (!door.names.contains(host) && !LOOPBACK.matcher(host).matches()) {
      // Or else another site could pass on a request that was meant for it.
      return OpenForms.plain(
          403, "this site does not know itself as " + host + ": add it to names under [site]\n");
    }
    Matcher parts = PATH.matcher(submission.path());
    if (!parts.matches()) {
      throw new IllegalStateException("asked for elsewhere");
    }
    String id = parts.group(1);
    return id == null ? list(submission) : one(id, parts.group(2), submission);
  }

  private Resource one(String id, @org.jspecify.annotations.Nullable String act, Submission sent) {
    if (act == null) {
      return door.dropbox
          .fetch(id)
          .map(Collection::sealed)
          .orElseGet(() -> OpenForms.plain(404, "it has gone\n"));
    }
    if (act.equals("removal")) {
      door.dropbox.remove(id);
    } else {
      door.dropbox.answer(id, sent.body());
    }
    return OpenForms.plain(200, "");
  }

  private static Resource sealed(byte[] bytes) {
    return Resource.fresh(
        200, "application/octet-stream", Map.of(Encoding.IDENTITY, bytes), Map.of());
  }

  /** Ids, one a line. Who has seen this list already may wait for another. */
  private Resource list(Submission asked) {
    long arrivals = door.dropbox.arrivals();
    String list = list();
    Matcher wait = WAIT.matcher(asked.query());
    if (wait.matches() && wait.group(2).equals(digest(list))) {
      door.dropbox.await(
          arrivals, Duration.ofSeconds(Math.min(25, Integer.parseInt(wait.group(1)))));
      list = list();
    }
    return OpenForms.plain(200, list);
  }

  private String list() {
    List<String> waiting = door.dropbox.waiting();
    return waiting.isEmpty() ? "" : String.join("\n", waiting) + "\n";
  }

  private static String digest(String list) {
    return Sha256.of(list.getBytes(StandardCharsets.US_ASCII)).hex();
  }
}
