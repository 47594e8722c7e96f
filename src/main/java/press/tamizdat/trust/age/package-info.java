/**
 * Files under a passphrase, in the age format (age-encryption.org/v1, C2SP {@code age.md}).
 *
 * <p>What is sealed here opens with {@code age -d}; what {@code age -p} seals opens here. If this
 * program is gone, the keys are not.
 */
@NullMarked
package press.tamizdat.trust.age;

import org.jspecify.annotations.NullMarked;
