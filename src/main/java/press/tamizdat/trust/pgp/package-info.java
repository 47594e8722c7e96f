/**
 * Mail that only one reader can open: OpenPGP (RFC 9580, in the forms that RFC 4880 had) and
 * PGP/MIME (RFC 3156).
 *
 * <p>It encrypts and does not sign; that a letter is ours is for DKIM to say. Of a reader's key
 * only the two packets are kept that encrypting takes: no name, no address, no signatures.
 */
@NullMarked
package press.tamizdat.trust.pgp;

import org.jspecify.annotations.NullMarked;
