/** What holds for the whole program. */
@org.jspecify.annotations.NullMarked
package press.tamizdat;
