package press.tamizdat.edition;

import java.util.Optional;

/**
 * How one article differs from what the last edition was frozen from.
 *
 * @param before where it stood; empty if it was not there
 * @param after where it stands; empty if it was taken down
 * @param onCard whether lists show it otherwise, too
 */
record Change(String id, Optional<Facets> before, Optional<Facets> after, boolean onCard) {}
