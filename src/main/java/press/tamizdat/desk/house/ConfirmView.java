package press.tamizdat.desk.house;

import java.util.List;

/**
 * Asks before something is done.
 *
 * @param faults why it cannot be; then there is no button
 * @param button what it does
 */
public record ConfirmView(
    String place, String text, List<String> faults, String action, String button, String back) {}
