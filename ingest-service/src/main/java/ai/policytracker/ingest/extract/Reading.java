package ai.policytracker.ingest.extract;

import ai.policytracker.event.Claim;
import java.util.List;

/**
 * What an article says.
 *
 * @param claims in the order of their first evidence
 * @param publisherCompany canonical id, where the publisher is a company itself; else null
 * @param creditedPublisher whom the article names as its source ("Source: X"); else null
 * @param extractor what read it: changes whenever the same article may yield other claims
 */
public record Reading(
    List<Claim> claims, String publisherCompany, String creditedPublisher, String extractor) {

  /** Of an article in a language that is not read. */
  public static final Reading NOTHING = new Reading(List.of(), null, null, ClaimExtractor.VERSION);

  public static Reading of(ArticleText article, List<Claim> claims, String extractor) {
    return new Reading(
        claims, Companies.idOf(article.publisher()), Credits.in(article.text()), extractor);
  }
}
