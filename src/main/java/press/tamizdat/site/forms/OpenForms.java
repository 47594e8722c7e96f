package press.tamizdat.site.forms;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Intake;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Submission;
import press.tamizdat.platform.http.Verb;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.SealingKey;

/** The forms of one edition, open. */
public final class OpenForms {
  static final String FORMS = "/forms/";
  static final String ANSWERS = "/forms/answers/";
  private static final String CHALLENGE = "/forms/challenge";
  private static final String HOOKS = "/hooks/";
  private static final String DROPBOX = "/dropbox";

  private static final int MOST_FORM = 32 << 10;
  private static final int MOST_HOOK = 256 << 10;

  /** The second is how mail programs send what RFC 8058 lets them. */
  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  private final FormDoor door;
  private final FormsFile file;
  private final SealingKey key;
  private final EditionPages pages;
  private final TakeForm take;
  private final Collection collection;

  OpenForms(
      FormDoor door,
      FormsFile file,
      SealingKey key,
      Function<String, Optional<byte[]>> find,
      Map<String, String> headers) {
    this.door = door;
    this.file = file;
    this.key = key;
    this.pages = new EditionPages(wanted(file), file.slots().keySet(), find, headers);
    Replies replies = new Replies(file, pages);
    this.take = new TakeForm(door, file, key, replies);
    this.collection = new Collection(door, file);
  }

  /** Every page that an answer may be given with. */
  private static Set<String> wanted(FormsFile file) {
    Set<String> wanted = new HashSet<>(file.slots().keySet());
    for (String language : file.languages()) {
      file.pages().values().forEach(page -> wanted.add(language + "/" + page));
      file.forms().values().forEach(form -> wanted.add(language + "/" + form.answer()));
      file.forms().values().forEach(form -> wanted.add(language + "/" + form.page()));
      file.answers().forEach(page -> wanted.add(language + "/" + page));
      wanted.add(language + "/404.html");
    }
    return wanted;
  }

  /** Who answers; see {@link press.tamizdat.platform.http.Resources#intake}. */
  public Optional<Intake> intake(Verb verb, String path) {
    if (path.startsWith(DROPBOX)) {
      return collection.intake(verb, path);
    }
    return verb == Verb.POST ? sent(path) : asked(path);
  }

  private Optional<Intake> sent(String path) {
    if (path.startsWith(FORMS)) {
      return Optional.of(new Intake(MOST_FORM, FORM_TYPES, Set.of(), take::answer));
    }
    if (path.startsWith(HOOKS)) {
      return Optional.ofNullable(file.hooks().get(path.substring(HOOKS.length())))
          .map(hook -> new Intake(MOST_HOOK, Set.of(), hook.headers(), call -> take(hook, call)));
    }
    return Optional.empty();
  }

  private Optional<Intake> asked(String path) {
    if (path.equals(CHALLENGE)) {
      return Optional.of(Intake.bodiless(this::challenge));
    }
    if (path.startsWith(FORMS)) {
      return Optional.of(Intake.bodiless(take::answer));
    }
    return slotted(path).map(page -> Intake.bodiless(s -> take.filled(page, s)));
  }

  /** The page's path in the edition, where its address may be shorter. */
  private Optional<String> slotted(String path) {
    String page = path.substring(1);
    if (pages.isFilled(page)) {
      return Optional.of(page);
    }
    String whole = (page.endsWith("/") ? page.substring(0, page.length() - 1) : page) + ".html";
    return pages.isFilled(whole) ? Optional.of(whole) : Optional.empty();
  }

  private Resource challenge(Submission asked) {
    return plain(200, door.guard.challenges().work() + " " + Challenges.BITS);
  }

  /** A provider calls: it is told that this has come when it is sealed on the disk. */
  private Resource take(FormsFile.Hook hook, Submission call) {
    Envelope envelope =
        new Envelope(
            door.nextId(),
            hook.kind(),
            door.clock.instant(),
            Map.of(),
            call.headers(),
            call.body(),
            Optional.empty());
    return door.put(envelope, key) ? plain(200, "") : plain(503, "come again later\n");
  }

  static Resource plain(int status, String text) {
    return Resource.fresh(
        status,
        "text/plain; charset=utf-8",
        Map.of(Encoding.IDENTITY, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        status == 503 ? Map.of("Retry-After", "600") : Map.of());
  }
}
