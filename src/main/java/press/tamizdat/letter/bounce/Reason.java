package press.tamizdat.letter.bounce;

/** What a message to the return path says, and what follows from it. */
public enum Reason {
  USER_UNKNOWN(Verdict.PERMANENT),
  HOST_UNKNOWN(Verdict.PERMANENT),
  /** Gone elsewhere, or no longer there (5.1.6). */
  MOVED(Verdict.PERMANENT),
  /** The domain says that it takes no mail at all (RFC 7505). */
  TAKES_NO_MAIL(Verdict.PERMANENT),
  MAILBOX_FULL(Verdict.TEMPORARY),
  /** The mailbox is there, and closed for now. */
  SUSPENDED(Verdict.TEMPORARY),
  /** Nobody answered, or not in time. */
  UNREACHABLE(Verdict.TEMPORARY),
  /** The receiving side has trouble of its own. */
  SYSTEM(Verdict.TEMPORARY),
  /** Refused without a reason that is known here. */
  UNCLEAR(Verdict.TEMPORARY),
  /** Whoever sends is not wanted: block lists, rate, missing authentication, relaying. */
  SENDER_REFUSED(Verdict.TEMPORARY),
  /** What is sent is not wanted: taken for spam or a virus, too large, against a policy. */
  CONTENT_REFUSED(Verdict.TEMPORARY),
  COMPLAINT(Verdict.COMPLAINT),
  /** A server complains that our mail was not signed as it should be (RFC 6591): no reader did. */
  UNSIGNED(Verdict.COMPLAINT),
  /** An answer by a machine while its owner is away (RFC 3834). */
  AWAY(Verdict.NOTHING),
  DELIVERED(Verdict.NOTHING),
  /** No notice about a delivery at all. */
  OTHER(Verdict.NOTHING);

  private final Verdict verdict;

  Reason(Verdict verdict) {
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Whether the sender is at fault, so that nothing is said about the mailbox or its reader. */
  public boolean ours() {
    return this == SENDER_REFUSED || this == CONTENT_REFUSED || this == UNSIGNED;
  }

  /** Whether this tells more than that something went wrong. */
  boolean clear() {
    return this != UNCLEAR;
  }
}
