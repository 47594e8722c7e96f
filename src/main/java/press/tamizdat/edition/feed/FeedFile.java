package press.tamizdat.edition.feed;

import press.tamizdat.edition.reading.Kind;

/**
 * A file for machines as it goes into the edition.
 *
 * @param path in the catalogue, no leading slash
 * @param bytes UTF-8; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed from here to a store, never compared
public record FeedFile(String path, Kind kind, byte[] bytes) {}
