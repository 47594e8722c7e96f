/**
 * What machines read of an edition: feeds (RSS 2.0, Atom, JSON Feed 1.1), sitemaps, robots.txt.
 *
 * <p>Guarantees: the same input gives the same bytes, and nothing in them comes from a clock; a
 * file is at most {@link press.tamizdat.edition.feed.Fit#LIMIT} bytes as sent, or {@link
 * press.tamizdat.edition.feed.FeedTooLarge} names it; an archive document of a feed changes only
 * when one of its own entries does. It does not decide what is published and writes no file.
 */
@NullMarked
package press.tamizdat.edition.feed;

import org.jspecify.annotations.NullMarked;
