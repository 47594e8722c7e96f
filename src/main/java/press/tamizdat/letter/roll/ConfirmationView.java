package press.tamizdat.letter.roll;

import java.util.List;
import press.tamizdat.platform.text.Language;

/**
 * What stands in the mail that asks for a confirmation.
 *
 * @param said why it came
 * @param letters the names of the letters
 * @param whole how to use the link without the button
 * @param ignore that nothing has to be done by who did not mean it
 */
public record ConfirmationView(
    Language language,
    String title,
    String said,
    List<String> letters,
    String button,
    String link,
    String whole,
    String ignore,
    String publication,
    String site) {}
