package press.tamizdat.desk.letters;

import java.io.InputStream;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Secret;

/** What the desk asks of the room that has the roll and sends. Safe for any number of threads. */
public interface Mailroom {

  /** Whether this is the roll's passphrase; takes as long as its scrypt wants. */
  boolean opens(Secret passphrase);

  /** Hands an issue over for sending. */
  Handed send(FrozenIssue issue, Secret passphrase);

  /** Goes on with an issue that was handed over and is locked. */
  Handed unlock(String issue, Secret passphrase);

  /** What came of handing an issue over. */
  enum Handed {
    GOING,
    WRONG_PASSPHRASE,
    /** This is not the installation that sends. */
    ELSEWHERE,
    /** It was sent already, or stopped. */
    OVER
  }

  /** One mail to an address that is not on the roll and is not kept. */
  Delivery test(FrozenIssue issue, String address);

  /** Where links in mails lead, without a slash at the end. */
  URI links();

  /** Empty for an issue that was not handed over. */
  Optional<Progress> progress(String issue);

  void pause(String issue);

  void resume(String issue);

  void stop(String issue);

  /** Why nothing is sent from here: a message key; empty where this is the one that sends. */
  Optional<String> elsewhere();

  /** Somebody says that this installation is the one that sends. */
  void claim();

  /** Subscribers by letter and language; under the empty slug, whatever letters they get. */
  List<Now> now();

  record Now(String letter, Language language, long people) {}

  /** Every month in which something happened, the earliest first. */
  List<Month> months();

  /**
   * A month of a letter in a language.
   *
   * @param letter its slug; empty counts subscribers, whatever letters they get
   * @param growth by how many they became more
   */
  record Month(
      String letter,
      Language language,
      YearMonth month,
      long joined,
      long left,
      long bounced,
      long complained,
      long growth) {}

  /** What came back in each of the last twelve months, the oldest first. */
  List<Returned> returned();

  /**
   * What came back in a month, notices and refusals alike.
   *
   * @param permanent who are off the roll because nobody is there
   * @param temporary failures for now, or because of the sender
   * @param complaints of readers, by way of their providers
   */
  record Returned(YearMonth month, long permanent, long temporary, long complaints) {
    long all() {
      return permanent + temporary + complaints;
    }
  }

  /** How many have not confirmed yet. */
  long unconfirmed();

  /** Rows of the roll without addresses. */
  Rows rows(String after);

  /**
   * @param next what to give as {@code after} for those that follow; empty at the end
   */
  record Rows(List<Row> rows, Optional<String> next) {}

  record Row(
      String beginning,
      Language language,
      String month,
      List<String> letters,
      boolean confirmed,
      boolean encrypted) {}

  /**
   * Puts addresses on the roll.
   *
   * @param csv one address a line, or a table with a column of them
   * @param ground why these people may be written to; without one each is asked first
   */
  Imported importing(
      InputStream csv, String letter, Language language, Optional<String> ground, String account);

  /**
   * What came of it, in numbers alone.
   *
   * @param added who are on the roll now
   * @param asked who get a confirmation first
   * @param passed lines without an address, or with one that stood before
   */
  record Imported(long added, long asked, long passed) {}

  /** The whole roll as one age file to the roll's own key; empty for a wrong passphrase. */
  Optional<byte[]> export(Secret passphrase);

  /** The passphrase of a roll that has nobody to protect: the demo's. Empty for any other. */
  Optional<String> spokenPassphrase();
}
