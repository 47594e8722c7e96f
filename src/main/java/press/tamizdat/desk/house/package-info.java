/**
 * The house itself, at the desk: sections, topics, authors, pages, appeal, settings and their
 * versions; translations; staff and the book of what was done.
 *
 * <p>What is changed here is kept at once and printed with the next edition. Every page says which
 * pages of the paper change.
 */
@NullMarked
package press.tamizdat.desk.house;

import org.jspecify.annotations.NullMarked;
