/**
 * Sealing to a key: what anybody may write and only one can read, as age files with one X25519
 * recipient (age-encryption.org/v1, C2SP {@code age.md}).
 *
 * <p>What is sealed here opens with {@code age -d -i}; what {@code age -r} seals opens here. Every
 * file has a key of its own. A public key tells nothing of what was sealed to it.
 */
@NullMarked
package press.tamizdat.trust.sealing;

import org.jspecify.annotations.NullMarked;
