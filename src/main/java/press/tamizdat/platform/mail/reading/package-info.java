/**
 * Messages that others wrote, taken apart: RFC 5322 header fields, MIME parts (RFC 2045, 2046),
 * encoded words (RFC 2047).
 *
 * <p>Every sequence of octets is a message here. Nothing throws: what is broken is read as far as
 * it goes, and taken as text where it goes no further. Work and memory are bounded by the length of
 * the message, by {@link press.tamizdat.platform.mail.reading.Part#MOST_PARTS} and by {@link
 * press.tamizdat.platform.mail.reading.Part#DEEPEST}. It is not a library's reader because those
 * stop at the faults that notices of failed delivery are full of: missing boundaries, charsets that
 * do not exist, reports that are no reports.
 */
@NullMarked
package press.tamizdat.platform.mail.reading;

import org.jspecify.annotations.NullMarked;
