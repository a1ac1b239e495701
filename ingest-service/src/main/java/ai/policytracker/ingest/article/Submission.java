package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.ArticleText;

/**
 * An article as posted, checked and with its page turned into text.
 *
 * @param articleId follows from publisher, title and text
 * @param publisher null where unknown, as is the title
 */
record Submission(
    String articleId, String publisher, String title, String text, Metadata metadata) {

  static Submission of(String publisher, String title, String text, Metadata metadata) {
    return new Submission(
        ArticleIds.article(publisher, title, text), publisher, title, text, metadata);
  }

  ArticleText toRead() {
    return new ArticleText(publisher, metadata.publishedOn(), title, text);
  }

  /** Null where no url was given. */
  String address() {
    return ArticleIds.address(publisher, metadata.url());
  }
}
