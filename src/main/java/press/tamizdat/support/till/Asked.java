package press.tamizdat.support.till;

/** A provider's answer, if it is one. */
sealed interface Asked {
  record Got(Document document) implements Asked {}

  record Not(Till.Failure failure) implements Asked {}

  /** What a reply holds. */
  static Asked of(Web.Reply reply) {
    if (reply instanceof Web.Reply.Answered answered && answered.document().isPresent()) {
      return new Got(answered.document().get());
    }
    return new Not(Web.failure(reply));
  }
}
