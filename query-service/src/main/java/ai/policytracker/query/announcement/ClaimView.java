package ai.policytracker.query.announcement;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.query.position.EvidenceView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of an announcement, and where.
 *
 * @param company that the article names
 * @param stance null where the claim is on no law, as is {@code target}
 * @param revision of the reading of this claim, from 1
 * @param extractor name and version of what read it
 */
public record ClaimView(
    String claimId,
    String company,
    Technology technology,
    Activity activity,
    Audience audience,
    Kind kind,
    Modality modality,
    Attribution attribution,
    AnnouncedOn announcedOn,
    Mention mention,
    @Nullable LocalDate effectiveFrom,
    @Nullable Until until,
    @Nullable String jurisdiction,
    @Nullable Stance stance,
    @Nullable Target target,
    double confidence,
    int revision,
    String extractor,
    ArticleView article,
    List<EvidenceView> evidence) {

  /**
   * @param publishedAt as it was written; null where unknown
   */
  public record ArticleView(
      String articleId,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String publishedAt,
      @Nullable String title) {

    static ArticleView of(SourceArticle article) {
      return new ArticleView(
          article.articleId(),
          article.publisher(),
          article.url(),
          article.publishedAt(),
          article.title());
    }
  }

  public static ClaimView of(ClaimAnnounced announced) {
    Claim claim = announced.claim();
    return new ClaimView(
        announced.claimId(),
        claim.company(),
        claim.technology(),
        claim.activity(),
        claim.audience(),
        claim.kind(),
        claim.modality(),
        claim.attribution(),
        claim.announcedOn(),
        claim.mention(),
        claim.effectiveFrom(),
        claim.until(),
        claim.jurisdiction(),
        claim.stance(),
        claim.target(),
        claim.confidence(),
        announced.revision(),
        announced.extractor(),
        ArticleView.of(announced.article()),
        EvidenceView.of(announced));
  }
}
