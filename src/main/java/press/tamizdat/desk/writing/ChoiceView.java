package press.tamizdat.desk.writing;

import press.tamizdat.article.compare.Comparison;

/**
 * What somebody has typed beside the newest revision.
 *
 * @param newest number of that revision
 * @param author of it, empty if nobody of the desk's
 * @param newer whether it was saved after they began
 */
public record ChoiceView(
    String article,
    int newest,
    String author,
    String newestAt,
    String mineAt,
    boolean newer,
    Comparison comparison) {}
