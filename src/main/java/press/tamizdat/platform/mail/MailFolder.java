package press.tamizdat.platform.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import press.tamizdat.platform.file.Disk;

/**
 * Catches all mail in a folder: a file {@code <milliseconds>-<number>.eml} each, the message with
 * the envelope before it as the fields {@code Return-Path} and {@code Delivered-To}. Names sort by
 * time.
 *
 * <p>For a demonstration and for tests only: it keeps addresses on the disk, which nothing else
 * here does.
 */
public final class MailFolder implements MailRoute {
  private final Path folder;
  private final Clock clock;
  private final AtomicLong number = new AtomicLong();

  public MailFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Delivery send(Mail mail) {
    if (Mailboxes.of(mail).isEmpty()) {
      return new Delivery.Refused(501, "5.1.3", "not an address");
    }
    String envelope =
        "Return-Path: <%s>\r\nDelivered-To: %s\r\n".formatted(mail.returnPath(), mail.recipient());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(envelope.getBytes(StandardCharsets.UTF_8));
    file.writeBytes(mail.message());
    String name =
        String.format(
            Locale.ROOT, "%013d-%06d.eml", clock.millis(), number.incrementAndGet() % 1_000_000);
    Disk.put(folder.resolve(name), file.toByteArray());
    return new Delivery.Accepted("2.0.0 in the folder");
  }

  @Override
  public void close() {
    // Each file is whole when it has its name.
  }
}
