package press.tamizdat.trust.tuf;

import java.time.Instant;
import press.tamizdat.trust.Sha256;

/** What is wrong with what was served. Every problem names the file. */
public sealed interface Problem {
  /** The name of the file as it was asked for, such as {@code 3.snapshot.json}. */
  String file();

  /** A key for messages, such as {@code trust.rollback}; the record's components are its words. */
  String key();

  /** In English, for logs and commands. */
  String describe();

  record Missing(String file) implements Problem {
    @Override
    public String key() {
      return "trust.missing";
    }

    @Override
    public String describe() {
      return file + " is missing";
    }
  }

  record TooLong(String file, long most) implements Problem {
    @Override
    public String key() {
      return "trust.too-long";
    }

    @Override
    public String describe() {
      return file + " is longer than " + most + " bytes";
    }
  }

  record Malformed(String file, String why) implements Problem {
    @Override
    public String key() {
      return "trust.malformed";
    }

    @Override
    public String describe() {
      return file + " is malformed: " + why;
    }
  }

  record UnknownSpecification(String file, String version) implements Problem {
    @Override
    public String key() {
      return "trust.unknown-specification";
    }

    @Override
    public String describe() {
      return file + " follows version " + version + " of TUF; only 1.x is understood";
    }
  }

  /** Validly shaped metadata of another role, served under this name. */
  record WrongRole(String file, String expected, String found) implements Problem {
    @Override
    public String key() {
      return "trust.wrong-role";
    }

    @Override
    public String describe() {
      return file + " holds " + found + " metadata instead of " + expected;
    }
  }

  /** Signed by a key that the trusted root does not name for the role. */
  record WrongKey(String file, Role role, String keyId) implements Problem {
    @Override
    public String key() {
      return "trust.wrong-key";
    }

    @Override
    public String describe() {
      return file + " is signed by " + keyId + ", which is not a key of the role " + role.type();
    }
  }

  /** The key is right and the signature is not its signature over this content. */
  record BadSignature(String file, Role role, Sha256 keyId) implements Problem {
    @Override
    public String key() {
      return "trust.bad-signature";
    }

    @Override
    public String describe() {
      return file + " was changed after " + keyId + " signed it for the role " + role.type();
    }
  }

  record TooFewSignatures(String file, Role role, int found, int needed) implements Problem {
    @Override
    public String key() {
      return "trust.too-few-signatures";
    }

    @Override
    public String describe() {
      return file
          + (" has " + found + " of " + needed)
          + (" signatures that the role " + role.type() + " needs");
    }
  }

  /** Not the version that the file's name, or the metadata that points to it, says. */
  record WrongVersion(String file, long expected, long found) implements Problem {
    @Override
    public String key() {
      return "trust.wrong-version";
    }

    @Override
    public String describe() {
      return file + " is version " + found + " instead of " + expected;
    }
  }

  /** Genuine, and older than what was seen before. */
  record Rollback(String file, Role role, long seen, long offered) implements Problem {
    @Override
    public String key() {
      return "trust.rollback";
    }

    @Override
    public String describe() {
      return file
          + (" goes back to version " + offered + " of " + role.type())
          + (" after version " + seen + " was seen");
    }
  }

  /** Genuine, and no longer vouched for: an old copy, or a publisher who is silent. */
  record Expired(String file, Role role, Instant since) implements Problem {
    @Override
    public String key() {
      return "trust.expired";
    }

    @Override
    public String describe() {
      return file + " (" + role.type() + ") has been expired since " + since;
    }
  }

  /**
   * Not as long as vouched for.
   *
   * @param found of a file that is too long no more than {@code expected + 1} may have been read
   */
  record WrongLength(String file, long expected, long found) implements Problem {
    @Override
    public String key() {
      return "trust.wrong-length";
    }

    @Override
    public String describe() {
      return file + " has " + found + " bytes instead of " + expected;
    }
  }

  record Changed(String file, Sha256 expected, Sha256 found) implements Problem {
    @Override
    public String key() {
      return "trust.changed";
    }

    @Override
    public String describe() {
      return file + " was changed: its SHA-256 is " + found + " instead of " + expected;
    }
  }
}
