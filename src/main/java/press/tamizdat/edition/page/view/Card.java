package press.tamizdat.edition.page.view;

import java.util.Optional;

/**
 * A story in a list.
 *
 * @param standfirst empty where there is no room for it
 * @param bylines as one line of text, may be empty
 */
public record Card(
    String href,
    String kicker,
    String headline,
    String standfirst,
    String bylines,
    Moment published,
    Optional<Picture> picture) {}
