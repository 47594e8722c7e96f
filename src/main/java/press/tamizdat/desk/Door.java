package press.tamizdat.desk;

import java.util.Optional;

/**
 * The page of a sign-in link.
 *
 * @param penName whose link it is, if it works
 * @param action where its button leads; empty where no link was followed
 */
public record Door(Optional<String> penName, String action) {}
