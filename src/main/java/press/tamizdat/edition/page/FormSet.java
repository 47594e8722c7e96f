package press.tamizdat.edition.page;

import java.util.List;
import java.util.Map;

/**
 * Forms that belong together, and what a site must know of them.
 *
 * @param kinds by name
 * @param slots names that are filled in pages, by path without the language
 * @param hooks by name: the header fields that are kept, in lower case
 * @param answers further pages, without their language, that may answer
 */
record FormSet(
    Map<String, FormKind> kinds,
    Map<String, List<String>> slots,
    Map<String, List<String>> hooks,
    List<String> answers) {}
