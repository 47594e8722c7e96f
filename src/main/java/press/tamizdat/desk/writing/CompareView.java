package press.tamizdat.desk.writing;

import press.tamizdat.article.compare.Comparison;

/** Two versions side by side. */
public record CompareView(
    String article,
    String headline,
    int newest,
    RevisionsView.Line older,
    RevisionsView.Line newer,
    Comparison comparison) {}
