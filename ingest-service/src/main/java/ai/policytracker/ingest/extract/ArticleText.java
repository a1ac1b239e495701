package ai.policytracker.ingest.extract;

import java.time.LocalDate;

/**
 * What the extractor reads.
 *
 * @param publisher null where unknown
 * @param publishedOn day of publication as written; null where unknown
 * @param title null where there is none; steers the reading but is no evidence
 * @param text the stored text: evidence offsets point into it
 */
public record ArticleText(String publisher, LocalDate publishedOn, String title, String text) {}
