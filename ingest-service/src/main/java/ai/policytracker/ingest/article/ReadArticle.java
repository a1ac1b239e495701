package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.Notice;
import ai.policytracker.ingest.extract.Reading;
import java.util.Optional;

/**
 * @param notice what the article takes back of an earlier one
 */
record ReadArticle(Reading reading, Optional<Notice> notice) {

  /** Of an article in a language that is not read. */
  static final ReadArticle NOTHING = new ReadArticle(Reading.NOTHING, Optional.empty());
}
