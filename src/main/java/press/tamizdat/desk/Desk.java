package press.tamizdat.desk;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.finding.FindingPages;
import press.tamizdat.desk.flow.FlowPages;
import press.tamizdat.desk.house.HousePages;
import press.tamizdat.desk.letters.LettersPages;
import press.tamizdat.desk.numbers.NumbersPages;
import press.tamizdat.desk.photos.PhotosPages;
import press.tamizdat.desk.support.SupportPages;
import press.tamizdat.desk.writing.WritingPages;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Call;
import press.tamizdat.platform.web.Limits;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Routes;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.WebServer;
import press.tamizdat.staff.Sessions;

/** The desk, open at an address of its own. */
public final class Desk implements AutoCloseable {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Newsroom newsroom;
  private final SignIn signIn;
  private final Flashes flashes = new Flashes();
  private final WebServer server;

  /** What works in the background for some area, and ends with the desk. */
  private final List<Runnable> closing = new ArrayList<>();

  private Desk(Newsroom newsroom, InetSocketAddress address, Set<String> names) {
    this.newsroom = newsroom;
    this.signIn = new SignIn(newsroom);
    Routes routes = new Routes();
    routes.get("/static/{name}", Desk::asset);
    routes.get("/sign-in/{token}", signIn::show);
    routes.post("/sign-in/{token}", signIn::enter);
    areas(new DeskRoutes(routes, action -> call -> signedIn(call, action)));
    Set<String> all = new HashSet<>(names);
    all.addAll(LOOPBACK);
    this.server =
        WebServer.start(
            address, new Gate(Set.copyOf(all), call -> answer(routes, call)), Limits.USUAL);
  }

  /** Every area of the desk. */
  private void areas(DeskRoutes routes) {
    routes.post("/sign-out", signIn::leave);
    WritingPages.open(routes, newsroom);
    FlowPages flow = FlowPages.open(routes, newsroom);
    closing.add(LettersPages.open(routes, newsroom, flow.press())::close);
    closing.add(flow::close);
    closing.add(FindingPages.open(routes, newsroom)::close);
    PhotosPages.open(routes, newsroom);
    NumbersPages.open(routes, newsroom);
    HousePages.open(routes, newsroom);
    closing.add(SupportPages.open(routes, newsroom, flow.press())::close);
  }

  /**
   * Opens the desk.
   *
   * @param names by which it may be asked for beside those of this machine itself, without a port
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static Desk open(Newsroom newsroom, InetSocketAddress address, Set<String> names) {
    return new Desk(newsroom, address, names);
  }

  public int port() {
    return server.port();
  }

  private static Reply asset(Call call) {
    return Assets.reply(call.part("name"))
        .orElseThrow(() -> new Unacceptable(404, "there is no such file"));
  }

  private Reply signedIn(Call call, DeskAction action) {
    Optional<Sessions.Session> session =
        call.cookie(SignIn.COOKIE).flatMap(signIn.sessions()::find);
    if (session.isEmpty()) {
      return call.wantsJson()
          ? Reply.json(401, java.util.Map.of("state", "signed-out"))
          : signIn.stranger(call);
    }
    Visit visit = new Visit(call, session.get(), newsroom, flashes);
    try {
      return action.act(visit);
    } catch (Forbidden e) {
      return visit.notice(
          403, "desk.forbidden." + e.right().name().toLowerCase(java.util.Locale.ROOT));
    } catch (Unacceptable e) {
      return e.status() == 404 ? visit.notice(404, "desk.missing") : refuse(e);
    }
  }

  private static Reply refuse(Unacceptable e) {
    throw e;
  }

  /** An address that is nothing is a page for those who are signed in, and nothing for others. */
  private Reply answer(Routes routes, Call call) {
    try {
      return routes.act(call);
    } catch (Unacceptable e) {
      if (e.status() != 404) {
        throw e;
      }
      return signedIn(call, visit -> visit.notice(404, "desk.missing"));
    }
  }

  /** The name of the paper in this language, or in its own. */
  static String nameOf(Publication publication, Language language) {
    return publication
        .name()
        .getOrDefault(
            language, publication.name().getOrDefault(publication.defaultLanguage(), "Tamizdat"));
  }

  /** The first language of the browser's that the desk speaks; English for others. */
  static Language languageOf(Call call) {
    for (String wanted : call.header("Accept-Language").orElse("").split(",")) {
      for (Language language : Words.LANGUAGES) {
        if (wanted.strip().toLowerCase(java.util.Locale.ROOT).startsWith(language.tag())) {
          return language;
        }
      }
    }
    return Words.LANGUAGES.getFirst();
  }

  @Override
  public void close() {
    server.close();
    closing.forEach(Runnable::run);
  }
}
