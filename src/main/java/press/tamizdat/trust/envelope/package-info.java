/**
 * What comes in: a form that a reader sent, as it is sealed at the door and opened in the post
 * room, and the answer to somebody who waits for one. The format is in {@code docs/forms.md}.
 */
@NullMarked
package press.tamizdat.trust.envelope;

import org.jspecify.annotations.NullMarked;
