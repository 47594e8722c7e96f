package press.tamizdat.desk;

import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.web.Call;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Sessions;
import press.tamizdat.staff.SignInLinks;

/**
 * Signing in with a link that works once, and out again.
 *
 * <p>Opening the link changes nothing, since programs that look at links before people do would use
 * it up; its button does.
 */
final class SignIn {
  /** Bound to the host and, with {@code SameSite=Strict}, sent from our own pages alone. */
  static final String COOKIE = "tamizdat-desk";

  private static final String KEPT = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=";

  private final Newsroom newsroom;
  private final SignInLinks links;
  private final Sessions sessions;

  SignIn(Newsroom newsroom) {
    this.newsroom = newsroom;
    this.links = new SignInLinks(newsroom.database(), newsroom.clock(), newsroom.random());
    this.sessions = new Sessions(newsroom.database(), newsroom.clock(), newsroom.random());
  }

  Sessions sessions() {
    return sessions;
  }

  Reply show(Call call) {
    String token = call.part("token");
    Optional<Account> account = links.look(token);
    return page(
        call,
        account.isPresent() ? 200 : 410,
        account.map(Account::language),
        new Door(account.map(Account::penName), "/sign-in/" + token));
  }

  Reply enter(Call call) {
    String token = call.part("token");
    Optional<Account> account = links.use(token);
    if (account.isEmpty()) {
      return page(call, 410, Optional.empty(), new Door(Optional.empty(), call.path()));
    }
    return Reply.seeOther("/")
        .with(
            "Set-Cookie",
            COOKIE + "=" + sessions.begin(account.get()) + KEPT + Sessions.IDLE.toSeconds());
  }

  /** For somebody who is not signed in. */
  Reply stranger(Call call) {
    return page(call, 401, Optional.empty(), new Door(Optional.empty(), ""));
  }

  Reply leave(Visit visit) {
    sessions.end(visit.session());
    return Reply.seeOther("/").with("Set-Cookie", COOKIE + "=" + KEPT + "0");
  }

  private Reply page(Call call, int status, Optional<Language> language, Door door) {
    Language own = language.orElseGet(() -> Desk.languageOf(call));
    Messages words = Words.in(own);
    Frame frame =
        new Frame(
            words.say("desk.signin.title"),
            Desk.nameOf(newsroom.publication().get(), own),
            call.path(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            words);
    return Reply.html(status, Sheets.print("signin", frame, door));
  }
}
