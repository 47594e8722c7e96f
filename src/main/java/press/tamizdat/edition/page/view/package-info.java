/** What the templates are given: text, links and pictures that are ready to print. */
@NullMarked
package press.tamizdat.edition.page.view;

import org.jspecify.annotations.NullMarked;
