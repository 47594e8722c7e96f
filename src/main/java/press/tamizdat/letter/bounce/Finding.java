package press.tamizdat.letter.bounce;

import java.util.Optional;

/**
 * What a message to the return path is.
 *
 * @param about empty if it names no subscriber of ours
 */
public record Finding(Reason reason, Optional<About> about) {}
