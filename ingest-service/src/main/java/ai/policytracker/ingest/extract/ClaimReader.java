package ai.policytracker.ingest.extract;

/** Reads the claims out of an article. Any number of threads may read at once. */
public interface ClaimReader {

  /**
   * Blocks. Every quote stands in the text, at its offsets; the same article read again by the same
   * reader gives the same claims.
   *
   * @throws UnreadNowException where the reader depends on something that does not answer
   */
  Reading read(ArticleText article);
}
