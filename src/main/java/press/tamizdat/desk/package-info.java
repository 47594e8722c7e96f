/**
 * The desk's pages: where the newsroom writes, reviews, plans and publishes, in a browser.
 *
 * <p>Guarantees that every page but signing in is for somebody signed in, that no other site can
 * make a browser change anything here, and that every page works without a script, the writing
 * surface alone excepted. What the newsroom knows and decides is in {@code article}; this room asks
 * and shows.
 */
@NullMarked
package press.tamizdat.desk;

import org.jspecify.annotations.NullMarked;
