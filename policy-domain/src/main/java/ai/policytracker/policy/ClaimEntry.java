package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Until;
import ai.policytracker.event.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The fold's short form of a claim that holds: what decides positions, without quotes and
 * addresses.
 *
 * @param contentId names the reading, with the correction on it where there is one
 * @param source key of the publisher that the claim counts for; null where there is neither a
 *     publisher nor an address
 * @param companysOwn the company itself published the article
 * @param judged an analyst found the claim right, however sure the extractor was
 * @param verdict of a review of the claim's announcement; null where there is none
 */
public record ClaimEntry(
    String claimId,
    String contentId,
    String articleId,
    String source,
    boolean companysOwn,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> copyKeys,
    LocalDate publishedOn,
    Kind kind,
    String jurisdiction,
    Modality modality,
    Attribution attribution,
    AnnouncedOn announcedOn,
    Mention mention,
    LocalDate effectiveFrom,
    Until until,
    Stance stance,
    Target target,
    double confidence,
    boolean judged,
    Verdict verdict) {

  /** Below it a claim moves nothing and goes to review. */
  public static final double LEAST_CONFIDENCE = 0.5;

  public ClaimEntry {
    copyKeys = copyKeys == null ? List.of() : List.copyOf(copyKeys);
  }

  static ClaimEntry of(ClaimState.Held held) {
    ClaimAnnounced event = held.content();
    Claim claim = event.claim();
    SourceArticle article = event.article();
    return new ClaimEntry(
        event.claimId(),
        held.contentId(),
        article.articleId(),
        sourceOf(article),
        claim.company().equals(article.publisherCompany()),
        article.copyKeys(),
        article.publishedOn(),
        claim.kind(),
        placeOf(claim),
        claim.modality(),
        claim.attribution(),
        claim.announcedOn(),
        claim.mention(),
        claim.effectiveFrom(),
        claim.until(),
        claim.stance(),
        claim.target(),
        claim.confidence(),
        held.judged(),
        held.verdict());
  }

  private static String placeOf(Claim claim) {
    boolean ofTarget = claim.target() != null && claim.target().jurisdiction() != null;
    return ofTarget ? claim.target().jurisdiction() : claim.jurisdiction();
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

  /** Lower case, letters and digits, one blank between words. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.appendCodePoint(Character.toLowerCase(c));
      } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.toString().stripTrailing();
  }

  /** The same claim after a review. */
  ClaimEntry judgedAs(Verdict verdict) {
    return new ClaimEntry(
        claimId,
        contentId,
        articleId,
        source,
        companysOwn,
        copyKeys,
        publishedOn,
        kind,
        jurisdiction,
        modality,
        attribution,
        announcedOn,
        mention,
        effectiveFrom,
        until,
        stance,
        target,
        confidence,
        verdict == Verdict.CONFIRMED,
        verdict);
  }

  @JsonIgnore
  boolean isConfident() {
    return judged || confidence >= LEAST_CONFIDENCE;
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
