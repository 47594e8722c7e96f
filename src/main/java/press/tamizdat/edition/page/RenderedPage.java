package press.tamizdat.edition.page;

/**
 * A page as it goes into the edition.
 *
 * @param path in the catalogue, no leading slash
 * @param html UTF-8; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed from here to a store, never compared
public record RenderedPage(String path, byte[] html) {}
