package press.tamizdat.letter.roll;

/**
 * What somebody on the roll gets.
 *
 * @param encrypted whether they gave an OpenPGP key, so that letters are encrypted to it
 */
record Receiving(Choice choice, boolean encrypted) {}
