/**
 * Issues of letters: when one is due, what stands in it, and how it is printed as HTML mail and as
 * plain text.
 *
 * <p>It guarantees: a printed issue loads nothing but the photos of the edition, and those only
 * where the newsroom wants pictures; every link in it leads where it says, unchanged; its HTML is
 * below {@link press.tamizdat.letter.issue.PrintedIssue#MOST} bytes or is refused. It knows no
 * subscriber: where a subscriber's token goes, it leaves the slot {@code {{link}}}.
 */
@NullMarked
package press.tamizdat.letter.issue;

import org.jspecify.annotations.NullMarked;
