/**
 * Who works here: accounts, sign-in links, sessions, what each may do, and a book of what was done.
 *
 * <p>An account has a pen name and nothing else that leads to a person. Of links and sessions only
 * the SHA-256 is kept, so that a copied database signs nobody in.
 */
@NullMarked
package press.tamizdat.staff;

import org.jspecify.annotations.NullMarked;
