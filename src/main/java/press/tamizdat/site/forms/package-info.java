/**
 * What readers send to the site: forms, the providers' calls, and the collecting of what they left.
 *
 * <p>It guarantees: whatever comes in is sealed before it touches the disk, and the machine cannot
 * open it again; GET changes nothing; everybody gets the same answer, whoever is known or not;
 * which forms there are, what they take and which page answers is read from the signed edition
 * ({@code docs/forms.md}); limits, used challenges and answers that are waited for are in memory
 * only, and no address of a peer is in any of them.
 *
 * <p>It does not know what a form is for.
 */
@NullMarked
package press.tamizdat.site.forms;

import org.jspecify.annotations.NullMarked;
