package press.tamizdat.trust.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/** An age file whose only recipient is a passphrase. */
public final class PassphraseFile {
  /**
   * log2 of scrypt's N when sealing, the same as the {@code age} tool's: about one second and 256
   * MiB of memory to open.
   */
  public static final int WORK_FACTOR = 18;

  /**
   * Above this a file is not opened: it would take minutes and gigabytes, and is no file of ours.
   */
  public static final int MOST_WORK = 20;

  private static final SecretAccess ACCESS = new SecretAccess("seal it under a passphrase");

  private PassphraseFile() {}

  /** What came of opening a file. */
  public sealed interface Opening {
    record Opened(Secret content) implements Opening {}

    /** The file is sound as far as can be told; the passphrase is another. */
    record WrongPassphrase() implements Opening {}

    /** This process may use less memory than scrypt takes. */
    record NeedsMemory(long bytes) implements Opening {}

    /** Not an age file under a passphrase, or cut short, or changed. */
    record Unreadable(String why) implements Opening {}
  }

  /** The bytes of an age file that the passphrase opens. */
  public static byte[] seal(Secret content, Secret passphrase, int workFactor) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream sealing = sealing(file, passphrase, workFactor)) {
      sealing.write(content.reveal(ACCESS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Seals what is written, of any length; the file is whole once this is closed. */
  public static OutputStream sealing(OutputStream to, Secret passphrase, int workFactor) {
    if (workFactor < 1 || workFactor > MOST_WORK) {
      throw new IllegalArgumentException("a work factor from 1 to " + MOST_WORK);
    }
    if (isShortOfMemory(workFactor)) {
      throw new IllegalStateException(
          "sealing takes " + (ScryptStanza.memory(workFactor) >> 20) + " MiB; raise -Xmx");
    }
    try {
      return Channels.newOutputStream(
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(
                  Channels.newChannel(to),
                  List.of(fileKey -> List.of(wrap(fileKey, passphrase, workFactor)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot write age files", e);
    }
  }

  private static RecipientStanza wrap(FileKey fileKey, Secret passphrase, int workFactor)
      throws GeneralSecurityException {
    byte[] salt = new byte[ScryptStanza.SALT_LENGTH];
    new SecureRandom().nextBytes(salt);
    byte[] body =
        new FileKeyEncryptorFactory()
            .newFileKeyEncryptor()
            .getEncryptedFileKey(fileKey, ScryptStanza.wrappingKey(passphrase, salt, workFactor))
            .getEncoded();
    return new ScryptStanza(salt, workFactor, body);
  }

  /** Opens an age file with a passphrase. */
  public static Opening open(byte[] file, Secret passphrase) {
    try (ReadableByteChannel channel =
        new StandardDecryptingChannelFactory()
            .newDecryptingChannel(
                Channels.newChannel(new ByteArrayInputStream(file)),
                List.of(stanzas -> unwrap(stanzas, passphrase)))) {
      return new Opening.Opened(Secret.of(Channels.newInputStream(channel).readAllBytes()));
    } catch (WrongPassphraseException e) {
      return new Opening.WrongPassphrase();
    } catch (NeedsMemoryException e) {
      return new Opening.NeedsMemory(e.bytes);
    } catch (IOException | GeneralSecurityException e) {
      return new Opening.Unreadable(String.valueOf(e.getMessage()));
    } catch (BufferUnderflowException e) {
      return new Opening.Unreadable("it is cut short"); // jagged's word for a header without an end
    }
  }

  private static FileKey unwrap(Iterable<RecipientStanza> stanzas, Secret passphrase)
      throws GeneralSecurityException {
    List<RecipientStanza> all = new ArrayList<>();
    stanzas.forEach(all::add);
    // The specification allows a scrypt stanza only alone: whoever knows the passphrase wrote it.
    ScryptStanza stanza =
        (all.size() == 1 ? ScryptStanza.of(all.getFirst()) : Optional.<ScryptStanza>empty())
            .orElseThrow(
                () -> new GeneralSecurityException("it is not sealed under one passphrase"));
    if (stanza.workFactor() > MOST_WORK) {
      throw new GeneralSecurityException(
          "its work factor is " + stanza.workFactor() + ", above " + MOST_WORK);
    }
    if (isShortOfMemory(stanza.workFactor())) {
      throw new NeedsMemoryException(ScryptStanza.memory(stanza.workFactor()));
    }
    try {
      return new FileKeyDecryptorFactory()
          .newFileKeyDecryptor()
          .getFileKey(new EncryptedFileKey(stanza.getBody()), stanza.wrappingKey(passphrase));
    } catch (GeneralSecurityException e) {
      throw new WrongPassphraseException(e);
    }
  }

  /** An OutOfMemoryError would strike whatever thread asks next, not only this one. */
  private static boolean isShortOfMemory(int workFactor) {
    return ScryptStanza.memory(workFactor) > Runtime.getRuntime().maxMemory() / 4 * 3;
  }

  private static final class NeedsMemoryException extends GeneralSecurityException {
    final long bytes;

    NeedsMemoryException(long bytes) {
      super("not enough memory");
      this.bytes = bytes;
    }
  }

  private static final class WrongPassphraseException extends GeneralSecurityException {
    WrongPassphraseException(GeneralSecurityException cause) {
      super("wrong passphrase", cause);
    }
  }
}
