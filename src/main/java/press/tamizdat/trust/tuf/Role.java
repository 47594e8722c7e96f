package press.tamizdat.trust.tuf;

/** The four top-level roles of TUF (section 2.1), in the order in which they are verified. */
public enum Role {
  /** Names everybody's keys, its own too. */
  ROOT("root"),
  /** Says which edition is the newest; short-lived. */
  TIMESTAMP("timestamp"),
  /** Says which metadata belong together. */
  SNAPSHOT("snapshot"),
  /** Names the files of an edition. */
  TARGETS("targets");

  private final String type;

  Role(String type) {
    this.type = type;
  }

  /** The value of {@code _type}, and the key under {@code roles}. */
  public String type() {
    return type;
  }

  /** {@code targets.json}: how another role's {@code meta} names it. */
  public String metaName() {
    return type + ".json";
  }

  /** {@code 3.targets.json}; only the timestamp has no number (section 6.2). */
  public String fileName(long version) {
    return this == TIMESTAMP ? metaName() : version + "." + metaName();
  }
}
