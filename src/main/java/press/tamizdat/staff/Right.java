package press.tamizdat.staff;

/** What an account may be allowed to do. */
public enum Right {
  /** Begin articles, change them, add photos, comment, submit for review. */
  WRITE,
  /** Send back, mark as ready, resolve others' comments. */
  REVIEW,
  /** Publish, schedule, correct, take down. */
  PUBLISH,
  /** Settings of the publication, staff. */
  MANAGE
}
