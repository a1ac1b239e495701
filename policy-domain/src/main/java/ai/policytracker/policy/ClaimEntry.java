package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Until;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * The fold's short form of a claim: what decides positions, without quotes and addresses.
 *
 * @param source key of the publisher that the claim counts for; null where there is neither a
 *     publisher nor an address
 * @param companysOwn the company itself published the article
 */
public record ClaimEntry(
    String claimId,
    int revision,
    String articleId,
    String source,
    boolean companysOwn,
    List<String> copyKeys,
    LocalDate publishedOn,
    Kind kind,
    String jurisdiction,
    Modality modality,
    AnnouncedOn announcedOn,
    Mention mention,
    LocalDate effectiveFrom,
    Until until,
    double confidence) {

  /** Below it a claim moves nothing and goes to review. */
  static final double LEAST_CONFIDENCE = 0.5;

  static ClaimEntry of(ClaimAnnounced event) {
    Claim claim = event.claim();
    SourceArticle article = event.article();
    return new ClaimEntry(
        event.claimId(),
        event.revision(),
        article.articleId(),
        sourceOf(article),
        claim.company().equals(article.publisherCompany()),
        article.copyKeys(),
        article.publishedOn(),
        claim.kind(),
        claim.jurisdiction(),
        claim.modality(),
        claim.announcedOn(),
        claim.mention(),
        claim.effectiveFrom(),
        claim.until(),
        claim.confidence());
  }

  /** An article counts for whom it credits, else for its publisher, else for its address's host. */
  private static String sourceOf(SourceArticle article) {
    if (article.creditedPublisher() != null) {
      return key(article.creditedPublisher());
    }
    if (article.publisher() != null) {
      return key(article.publisher());
    }
    return article.host() == null ? null : key(article.host());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  @JsonIgnore
  boolean isConfident() {
    return confidence >= LEAST_CONFIDENCE;
  }

  /** Only these move a position. */
  @JsonIgnore
  boolean isDecided() {
    return modality == Modality.DECIDED;
  }

  @JsonIgnore
  boolean isStated(Precision precision) {
    return announcedOn.precision() == precision;
  }

  /** The day of the act as far as this claim alone tells it; null where it does not. */
  LocalDate day() {
    if (isStated(Precision.DAY)) {
      return announcedOn.date();
    }
    if (!isStated(Precision.UNKNOWN) || publishedOn == null) {
      return null;
    }
    if (announcedOn.weekday() != null) {
      return publishedOn.with(TemporalAdjusters.previousOrSame(announcedOn.weekday()));
    }
    return mention == Mention.NEWS ? publishedOn : null;
  }
}
