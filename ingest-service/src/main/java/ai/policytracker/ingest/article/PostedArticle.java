package ai.policytracker.ingest.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a post, for the API's description; bodies are read as streams. */
@Schema(description = "One document of one publisher; text or html must be given")
record PostedArticle(
    @Schema(description = "The sender's own name for the article; not kept") String id,
    @Schema(examples = "https://example.org/a/1") String url,
    @Schema(description = "Where it appeared; counted when sources are", required = false)
        String publisher,
    @Schema(description = "ISO date, or date-time with offset", examples = "2020-06-11")
        String publishedAt,
    String title,
    String text,
    @Schema(description = "The article's page, in place of its text") String html,
    @Schema(description = "BCP 47 tag", defaultValue = "en") String language) {}
