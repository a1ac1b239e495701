package ai.policytracker.ingest.article;

import ai.policytracker.event.Claim;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A claim as answered: its own fields beside these.
 *
 * @param revision counts what was published about it, from 1
 * @param retracted true where it no longer stands; only in the list of all an article's claims
 * @param laterWord what a later article of the publisher says of it; absent where none does
 */
record ClaimView(
    String claimId,
    int revision,
    boolean retracted,
    @JsonInclude(JsonInclude.Include.NON_NULL) LaterWord laterWord,
    String extractor,
    @JsonUnwrapped Claim claim) {

  /**
   * @param articleId of the article that says it
   * @param changes the corrected fields; null where the claim is taken back
   */
  record LaterWord(
      String articleId,
      boolean takenBack,
      @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode changes) {

    private static LaterWord of(Ruling ruling) {
      return ruling.byArticle() == null
          ? null
          : new LaterWord(
              ruling.byArticle(),
              ruling.takesBack(),
              ruling.takesBack() ? null : ruling.changes().fields());
    }
  }

  static ClaimView of(PublishedClaim claim) {
    return new ClaimView(
        claim.claimId(),
        claim.revision(),
        !claim.stands(),
        LaterWord.of(claim.ruling()),
        claim.announced().extractor(),
        claim.announced().claim());
  }
}
