package press.tamizdat.article.published;

import java.time.Instant;

/**
 * A mistake that was put right, said in public.
 *
 * @param text plain text
 */
public record Correction(Instant at, String text) {}
