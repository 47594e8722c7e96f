package press.tamizdat.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import press.tamizdat.desk.letters.Mailroom;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/** A mailroom in memory, which keeps what it was given. */
public final class RecordedMailroom implements Mailroom {
  public static final String PASSPHRASE = "four ferries cross at night";

  public final List<FrozenIssue> sent = new CopyOnWriteArrayList<>();
  public final List<String> tested = new CopyOnWriteArrayList<>();
  public final Map<String, Progress> progress = new ConcurrentHashMap<>();
  public volatile List<Now> now = List.of();
  public volatile List<Month> months = List.of();
  public volatile List<Returned> returned = List.of();
  public volatile Optional<String> elsewhere = Optional.empty();
  public volatile String brought = "";

  @Override
  public boolean opens(Secret passphrase) {
    byte[] given = passphrase.reveal(new SecretAccess("compare it in a test"));
    return new String(given, StandardCharsets.UTF_8).equals(PASSPHRASE);
  }

  @Override
  public Handed send(FrozenIssue issue, Secret passphrase) {
    if (!opens(passphrase)) {
      return Handed.WRONG_PASSPHRASE;
    }
    if (sent.stream().noneMatch(i -> i.id().equals(issue.id()))) {
      sent.add(issue);
    }
    at(issue.id(), Progress.State.SENDING, 40);
    return Handed.GOING;
  }

  @Override
  public Handed unlock(String issue, Secret passphrase) {
    if (!opens(passphrase)) {
      return Handed.WRONG_PASSPHRASE;
    }
    at(issue, Progress.State.SENDING, 40);
    return Handed.GOING;
  }

  /** How far a sending to a hundred people is. */
  public void at(String issue, Progress.State state, long accepted) {
    progress.put(
        issue, new Progress(100, 95 - accepted, 0, accepted, 2, 2, 1, state, Optional.empty()));
  }

  @Override
  public Delivery test(FrozenIssue issue, String address) {
    tested.add(address);
    return new Delivery.Accepted("250 2.0.0 Ok");
  }

  @Override
  public URI links() {
    return URI.create("https://gauge.example");
  }

  @Override
  public Optional<Progress> progress(String issue) {
    return Optional.ofNullable(progress.get(issue));
  }

  @Override
  public void pause(String issue) {
    at(issue, Progress.State.PAUSED, 40);
  }

  @Override
  public void resume(String issue) {
    at(issue, Progress.State.SENDING, 40);
  }

  @Override
  public void stop(String issue) {
    at(issue, Progress.State.STOPPED, 40);
  }

  @Override
  public Optional<String> elsewhere() {
    return elsewhere;
  }

  @Override
  public void claim() {
    elsewhere = Optional.empty();
  }

  @Override
  public List<Now> now() {
    return now;
  }

  @Override
  public List<Month> months() {
    return months;
  }

  @Override
  public List<Returned> returned() {
    return returned;
  }

  @Override
  public long unconfirmed() {
    return 3;
  }

  @Override
  public Rows rows(String after) {
    List<Row> rows = new ArrayList<>();
    if (!now.isEmpty()) {
      rows.add(
          new Row("a2b3c4", now.getFirst().language(), "2026-11", List.of("friday"), true, true));
    }
    return new Rows(rows, Optional.empty());
  }

  @Override
  public Imported importing(
      InputStream csv, String letter, Language language, Optional<String> ground, String account) {
    try {
      brought = new String(csv.readAllBytes(), StandardCharsets.UTF_8) + ground.orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ground.isPresent() ? new Imported(2, 0, 1) : new Imported(0, 2, 1);
  }

  @Override
  public Optional<byte[]> export(Secret passphrase) {
    return opens(passphrase)
        ? Optional.of("age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  @Override
  public Optional<String> spokenPassphrase() {
    return Optional.empty();
  }
}
