/**
 * Tills: where supporters pay. Each speaks its provider's own language on one side and the same few
 * words on the other: {@link press.tamizdat.support.till.Fact facts} about payments.
 *
 * <p>Guarantees that nothing a provider sends about a person goes further than the class that reads
 * it: a fact has room for opaque ids, amounts and times only. A provider that is down, slow or
 * talks nonsense is a value, never an exception, and never a payment taken for granted.
 */
@NullMarked
package press.tamizdat.support.till;

import org.jspecify.annotations.NullMarked;
