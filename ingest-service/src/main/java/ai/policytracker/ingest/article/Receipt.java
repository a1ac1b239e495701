package ai.policytracker.ingest.article;

/** An article that was taken, as it is stored now; {@code isNew} where it was not known before. */
record Receipt(boolean isNew, KnownArticle article) {}
