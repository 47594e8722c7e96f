package press.tamizdat.edition.page;

import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.PublishedCard;

/** A correction and the story under which it stands. */
public record Corrected(PublishedCard card, Correction correction) {}
