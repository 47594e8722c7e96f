package press.tamizdat.trust.keys;

import java.nio.file.Path;

/** What came of opening a key. */
public sealed interface KeyOpening {
  /** What to tell the person who asked. */
  String describe();

  record Opened(SigningPair keys) implements KeyOpening {
    @Override
    public String describe() {
      return "the key is open";
    }
  }

  record NoSuchKey(Path looked) implements KeyOpening {
    @Override
    public String describe() {
      return "there is no key at " + looked + "; make one, or copy it there from its safe place";
    }
  }

  record PassphraseNeeded(Path file) implements KeyOpening {
    @Override
    public String describe() {
      return file + " is under a passphrase; give it";
    }
  }

  record WrongPassphrase(Path file) implements KeyOpening {
    @Override
    public String describe() {
      return "that is not the passphrase of " + file;
    }
  }

  record NeedsMemory(Path file, long bytes) implements KeyOpening {
    @Override
    public String describe() {
      return file
          + (" takes " + (bytes >> 20) + " MiB of memory to open")
          + ("; start Java with -Xmx" + (bytes >> 19) + "m or more");
    }
  }

  record OpenToOthers(Path file) implements KeyOpening {
    @Override
    public String describe() {
      return file + " can be read by other accounts on this machine; run: chmod 600 " + file;
    }
  }

  record Damaged(Path file, String why) implements KeyOpening {
    @Override
    public String describe() {
      return file + " is damaged (" + why + "); restore it from a backup";
    }
  }
}
