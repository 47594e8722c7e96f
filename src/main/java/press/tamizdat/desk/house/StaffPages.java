package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.staff.Role;
import press.tamizdat.staff.SignInLinks;

/** Who works here. Nobody is asked for an address: a link goes from hand to hand. */
final class StaffPages {
  private static final String ALL = "/staff";

  private final Accounts accounts;
  private final SignInLinks links;
  private final Audit audit;

  StaffPages(Newsroom newsroom) {
    this.accounts = Names.of(newsroom);
    this.links = new SignInLinks(newsroom.database(), newsroom.clock(), newsroom.random());
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.post(ALL, this::add);
    routes.post("/staff/{id}/role", this::assign);
    routes.post("/staff/{id}/link", this::link);
    routes.get("/staff/{id}/exclusion", this::ask);
    routes.post("/staff/{id}/exclusion", this::disable);
    routes.post("/staff/{id}/return", this::enable);
  }

  private Reply list(Visit visit) {
    visit.require(Right.MANAGE);
    return list(visit, 200, "", "");
  }

  private Reply list(Visit visit, int status, String typed, String fault) {
    return visit.page(
        status,
        visit.say("house.staff"),
        "house/staff",
        new StaffView(
            accounts.all().stream().map(a -> row(visit, a)).toList(),
            List.of(Role.WRITER.word(), Role.EDITOR.word(), Role.CHIEF.word()),
            OwnPages.languages(visit.account().language()),
            typed,
            fault));
  }

  private static StaffView.Row row(Visit visit, Account a) {
    return new StaffView.Row(
        ALL + "/" + a.id(),
        a.penName(),
        a.role().word(),
        Typed.languageName(visit, a.language()),
        a.disabled(),
        a.id().equals(visit.account().id()));
  }

  private Account find(Visit visit) {
    return accounts
        .find(visit.part("id"))
        .orElseThrow(() -> new Unacceptable(404, "no such account"));
  }

  private Reply add(Visit visit) {
    visit.require(Right.MANAGE);
    String name = visit.form().text("name");
    Role role = Role.of(visit.form().text("role")).orElse(Role.WRITER);
    Language language = OwnPages.language(visit.form().text("language"));
    return switch (accounts.add(name, role, language)) {
      case Accounts.Outcome.Done(Account account) -> {
        note(visit, "account", account.penName());
        yield shown(visit, account);
      }
      case Accounts.Outcome.Refused(String key) -> list(visit, 422, name, visit.say(key));
    };
  }

  private Reply assign(Visit visit) {
    visit.require(Right.MANAGE);
    Account account = find(visit);
    Optional<Role> role = Role.of(visit.form().text("role"));
    if (role.isEmpty()) {
      return visit.refuse(ALL, "house.staff.choose");
    }
    return switch (accounts.assign(account.id(), role.get())) {
      case Accounts.Outcome.Done(Account now) -> {
        note(visit, "role", now.penName() + ", " + now.role().word());
        yield visit.backWithUndo(
            ALL,
            ALL + "/" + account.id() + "/role",
            java.util.Map.of("role", account.role().word()),
            "house.staff.assigned",
            now.penName(),
            visit.say("staff.role." + now.role().word()));
      }
      case Accounts.Outcome.Refused(String key) -> visit.refuse(ALL, key);
    };
  }

  private Reply link(Visit visit) {
    visit.require(Right.MANAGE);
    Account account = find(visit);
    if (account.disabled()) {
      return visit.refuse(ALL, "house.staff.excluded", account.penName());
    }
    return shown(visit, account);
  }

  /** The one time that the link can be seen: only its hash is kept. */
  private Reply shown(Visit visit, Account account) {
    String token = links.make(account);
    note(visit, "sign-in-link", account.penName());
    // The browser says by which name it knows the desk; the shell lets no other names in.
    String origin = visit.call().header("Origin").orElse("");
    return visit.page(
        visit.say("house.staff.link", account.penName()),
        "house/link",
        new LinkView(
            account.penName(), origin + "/sign-in/" + token, SignInLinks.LIFETIME.toMinutes()));
  }

  private Reply ask(Visit visit) {
    visit.require(Right.MANAGE);
    Account account = find(visit);
    return visit.page(
        visit.say("house.staff.exclude", account.penName()),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("house.staff.exclude.text"),
            List.of(),
            ALL + "/" + account.id() + "/exclusion",
            visit.say("house.staff.exclude.button"),
            ALL));
  }

  private Reply disable(Visit visit) {
    visit.require(Right.MANAGE);
    Account account = find(visit);
    return switch (accounts.disable(account.id())) {
      case Accounts.Outcome.Done(Account now) -> {
        note(visit, "exclusion", now.penName());
        yield visit.back(ALL, "house.staff.excluded", now.penName());
      }
      case Accounts.Outcome.Refused(String key) -> visit.refuse(ALL, key);
    };
  }

  private Reply enable(Visit visit) {
    visit.require(Right.MANAGE);
    Account account = accounts.enable(find(visit).id());
    note(visit, "return", account.penName());
    return visit.back(ALL, "house.staff.returned", account.penName());
  }

  private void note(Visit visit, String action, String object) {
    visit
        .newsroom()
        .database()
        .change(handle -> audit.note(handle, Optional.of(visit.account().id()), action, object));
  }
}
