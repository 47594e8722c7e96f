package press.tamizdat.desk.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.Chromium;
import press.tamizdat.article.published.Support;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Role;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.pledge.Pledge;
import press.tamizdat.support.till.Held;
import press.tamizdat.support.till.Order;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.support.till.Till;
import press.tamizdat.trust.Ids;

/** The desk's pages about money, over HTTP and in a browser. */
class SupportDeskTest {
  @TempDir private static Path folder = Path.of("");
  private static Optional<DeskRoom> opened = Optional.empty();

  @BeforeAll
  static void open() {
    DeskRoom room = DeskRoom.open(folder);
    opened = Optional.of(room);
    Pledge monthly = pledge(room, Frequency.MONTHLY, 700);
    pay(room, monthly);
    pay(room, monthly);
    pay(room, pledge(room, Frequency.ONCE, 2500));
  }

  @AfterAll
  static void close() {
    opened.ifPresent(DeskRoom::close);
  }

  private static DeskRoom room() {
    return opened.orElseThrow();
  }

  private static Pledge pledge(DeskRoom room, Frequency frequency, long minor) {
    Pledge pledge =
        room.funds
            .pledges()
            .begin(
                id(),
                frequency,
                Money.of(minor, "EUR"),
                PracticeTill.NAME,
                new Language("en"),
                Optional.empty());
    room.funds
        .pledges()
        .opened(pledge, PracticeTill.NAME, "practice-" + pledge.id() + "-1", List.of());
    return room.funds.pledges().find(pledge.id()).orElseThrow();
  }

  private static String id() {
    return Ids.next(new java.security.SecureRandom());
  }

  private static void pay(DeskRoom room, Pledge pledge) {
    Held held =
        new Held(
            pledge.id(), pledge.frequency(), pledge.amount(), pledge.session(), "", pledge.since());
    int _ =
        room.funds
            .pledges()
            .take(
                PracticeTill.NAME,
                List.of(new PracticeTill(room.press.clock).pressed(held, true, id())));
  }

  private static Staff chief() {
    return room().signIn("Vera Lindt", Role.CHIEF);
  }

  private static Staff editor() {
    return room().signIn("Ilya Marchuk", Role.EDITOR);
  }

  @Test
  void incomeIsShownToEditorsAndTheRestToChiefsAlone() {
    String page = editor().get("/support").body();
    assertThat(page).contains("€14").doesNotContain("/support/books");
    assertThat(editor().get("/support/campaigns").statusCode()).isEqualTo(200);
    for (String path : List.of("/support/pledges", "/support/settings", "/support/statements")) {
      assertThat(editor().get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(chief().get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(room().signIn("Daria Kovel", Role.WRITER).get("/support").statusCode())
        .isEqualTo(403);
    assertThat(editor().post("/support/settings", "based", "1").statusCode()).isEqualTo(403);
  }

  @Test
  void theBooksAreAFileWithoutADonor() {
    String csv = chief().get("/support/books").body();
    assertThat(csv).startsWith("entry,month,account").contains("income/practice/monthly");
    assertThat(editor().get("/support/books").statusCode()).isEqualTo(403);
  }

  @Test
  void aPaymentIsGivenBackOnceAndInTheAudit() {
    Pledge pledge = pledge(room(), Frequency.ONCE, 1100);
    pay(room(), pledge);
    String page = chief().get("/support/pledges/" + pledge.id()).body();
    String refund = page.replaceAll("(?s).*href=\"([^\"]*/refunds/[0-9a-f]+)\".*", "$1");
    assertThat(chief().get(refund).body()).contains("€11");
    assertThat(chief().postAndFollow(refund).body()).contains("on its way back");
    chief().post(refund);
    assertThat(room().funds.pledges().find(pledge.id()).orElseThrow().refunded())
        .isEqualTo(Money.of(1100, "EUR"));
    assertThat(chief().get("/audit").body()).contains(pledge.id().substring(0, 6));
  }

  @Test
  void howReadersAreAskedIsSetAndWhatIsWrongIsNamed() {
    String based = String.valueOf(room().settings.number());
    var wrong =
        chief()
            .post(
                "/support/settings",
                "based",
                based,
                "frequency",
                "monthly",
                "fee",
                "2.9",
                "quiet",
                "30",
                "purse.currency.0",
                "EUR",
                "purse.once.0",
                "ten",
                "method.till.0",
                "practice",
                "method.mark.0",
                "practice",
                "method.statement.0",
                "PRACTICE");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“ten” is no amount");
    var right =
        chief()
            .post(
                "/support/settings",
                "based",
                based,
                "frequency",
                "monthly",
                "fee",
                "2.9",
                "quiet",
                "30",
                "purse.currency.0",
                "eur",
                "purse.once.0",
                "10, 25",
                "purse.monthly.0",
                "3 7",
                "purse.annual.0",
                "60",
                "purse.fee.0",
                "0.30",
                "method.till.0",
                "practice",
                "method.mark.0",
                "practice",
                "method.statement.0",
                "PRACTICE");
    assertThat(right.statusCode()).isEqualTo(303);
    Support support = room().settings.current().support();
    assertThat(support.purses().getFirst().once()).containsExactly(1000L, 2500L);
    assertThat(support.fee()).isEqualTo(290);
    campaign();
  }

  /** A campaign needs a currency to have its goal in. */
  private static void campaign() {
    String based = String.valueOf(room().settings.number());
    String today = room().press.clock.instant().toString().substring(0, 10);
    var added =
        chief()
            .post(
                "/support/campaigns",
                "based",
                based,
                "slug",
                "winter",
                "from",
                today,
                "to",
                "2031-12-31",
                "goal",
                "100",
                "currency",
                "EUR",
                "banner.en",
                "Four more months",
                "banner.ru",
                "Ещё четыре месяца");
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(room().settings.printed().support().running().orElseThrow().slug())
        .isEqualTo("winter");
    assertThat(editor().get("/support").body()).contains("of €100");
    var overlapping =
        chief()
            .post(
                "/support/campaigns",
                "based",
                String.valueOf(room().settings.number()),
                "slug",
                "other",
                "from",
                today,
                "to",
                "2031-12-31",
                "goal",
                "",
                "currency",
                "EUR",
                "banner.en",
                "Other");
    assertThat(overlapping.statusCode()).isEqualTo(422);
    assertThat(overlapping.body()).contains("run at the same time");
  }

  @Test
  void aStatementNeedsABank() {
    assertThat(chief().upload("/support/statements", "file", "a.xml", new byte[] {1}, false).body())
        .contains("No method of this newsroom is a bank transfer");
  }

  @Test
  void aStatementIsMatchedBookedAndMatchedAgain(@TempDir Path own) {
    byte[] statement =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-22T08:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
        <Bal><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
        <Ntry><Amt Ccy="EUR">25.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef><BkTxCd></BkTxCd>
        <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Ekaterina Privatova</Nm></Dbtr></RltdPties>
        <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (DeskRoom bank = DeskRoom.withBank(own)) {
      Pledge pledge =
          bank.funds
              .pledges()
              .begin(
                  id(),
                  Frequency.ONCE,
                  Money.of(2500, "EUR"),
                  "transfer",
                  new Language("en"),
                  Optional.empty());
      Till.Begun.Show shown =
          (Till.Begun.Show) bank.funds.tills().all().getFirst().till().begin(order(pledge));
      bank.funds.pledges().opened(pledge, "transfer", shown.session(), shown.facts());
      byte[] file =
          new String(statement, java.nio.charset.StandardCharsets.UTF_8)
              .formatted(shown.session())
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Staff chief = bank.signIn("Vera Lindt", Role.CHIEF);
      String path = "/support/statements";
      var before = chief.upload(path + "/match", "file", "s.xml", file, false);
      assertThat(before.body()).contains("\r\nbank,").doesNotContain("Privatova", shown.session());
      assertThat(before.headers().firstValue("Content-Disposition").orElse(""))
          .contains("statement-2026-11-20.csv");
      assertThat(chief.upload(path, "file", "s.xml", file, false).body())
          .contains("New lines booked: 1", "Payouts of providers: 0");
      assertThat(chief.upload(path + "/match", "file", "s.xml", file, false).body())
          .contains("\r\nmatched,", "receivable/transfer");
      assertThat(chief.upload(path + "/match", "file", "s.xml", new byte[] {1}, false).statusCode())
          .isEqualTo(422);
      Staff editor = bank.signIn("Ilya Marchuk", Role.EDITOR);
      assertThat(editor.upload(path + "/match", "file", "s.xml", file, false).statusCode())
          .isEqualTo(403);
    }
  }

  private static Order order(Pledge pledge) {
    return new Order(
        pledge.id(),
        1,
        pledge.frequency(),
        pledge.amount(),
        pledge.language(),
        java.net.URI.create("https://n.example/b"),
        java.net.URI.create("https://n.example/a"),
        "Strait");
  }

  @Test
  @Tag("browser")
  void thePagesCanBeUsedByEverybodyOnAPhoneAndAScreen() {
    Browser browser = Chromium.browser();
    Staff chief = chief();
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext context =
          browser.newContext(
              new Browser.NewContextOptions()
                  .setViewportSize(width, 900)
                  .setColorScheme(width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT))) {
        context.addCookies(
            List.of(new Cookie("tamizdat-desk", chief.cookie).setUrl(room().address())));
        look(context.newPage(), width);
      }
    }
  }

  private static void look(Page page, int width) {
    page.setDefaultTimeout(20_000);
    List<String> narrow = List.of("", "/campaigns/+", "/pledges", "/statements", "/settings");
    for (String path : width == 360 ? narrow : List.of("", "/settings")) {
      page.navigate(room().address() + "/support" + path);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of("target/preview/desk" + path.replace('/', '-') + "-" + width + ".png")));
      assertThat(
              new AxeBuilder(page)
                  .withTags(Chromium.RULES).analyze().getViolations().stream()
                      .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml()))
          .as(path + " at " + width)
          .isEmpty();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as(path + " at " + width)
          .isLessThanOrEqualTo(width);
    }
  }
}
