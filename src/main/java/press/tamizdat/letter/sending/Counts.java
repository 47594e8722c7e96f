package press.tamizdat.letter.sending;

/** How many rows of an issue are in which state. */
record Counts(
    long audience, long leased, long accepted, long deferred, long refused, long excluded) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  long queued() {
    return audience - leased - accepted - deferred - refused - excluded;
  }

  boolean isOver() {
    return accepted + refused + excluded == audience;
  }

  /** So many more who are queued. */
  Counts more(long added) {
    return new Counts(audience + added, leased, accepted, deferred, refused, excluded);
  }

  Counts leased(long more, long ofThemDeferred) {
    return new Counts(
        audience, leased + more, accepted, deferred - ofThemDeferred, refused, excluded);
  }

  /** One that was leased has become something. */
  Counts became(Outcome.State state) {
    return switch (state) {
      case ACCEPTED -> new Counts(audience, leased - 1, accepted + 1, deferred, refused, excluded);
      case DEFERRED -> new Counts(audience, leased - 1, accepted, deferred + 1, refused, excluded);
      case REFUSED -> new Counts(audience, leased - 1, accepted, deferred, refused + 1, excluded);
      case EXCLUDED -> new Counts(audience, leased - 1, accepted, deferred, refused, excluded + 1);
      case QUEUED -> new Counts(audience, leased - 1, accepted, deferred, refused, excluded);
      case LEASED -> this;
    };
  }
}
