package ai.policytracker.query.announcement;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Until;
import ai.policytracker.query.position.EvidenceView;
import java.time.LocalDate;
import java.util.List;

/** What one article says of an announcement, and where. */
public record ClaimView(
    String claimId,
    Kind kind,
    Modality modality,
    Attribution attribution,
    AnnouncedOn announcedOn,
    Mention mention,
    LocalDate effectiveFrom,
    Until until,
    String jurisdiction,
    double confidence,
    ArticleView article,
    List<EvidenceView> evidence) {

  /**
   * @param publishedAt as it was written; null where unknown
   */
  public record ArticleView(
      String articleId, String publisher, String url, String publishedAt, String title) {

    static ArticleView of(SourceArticle article) {
      return new ArticleView(
          article.articleId(),
          article.publisher(),
          article.url(),
          article.publishedAt(),
          article.title());
    }
  }

  static ClaimView of(ClaimAnnounced announced) {
    Claim claim = announced.claim();
    return new ClaimView(
        announced.claimId(),
        claim.kind(),
        claim.modality(),
        claim.attribution(),
        claim.announcedOn(),
        claim.mention(),
        claim.effectiveFrom(),
        claim.until(),
        claim.jurisdiction(),
        claim.confidence(),
        ArticleView.of(announced.article()),
        EvidenceView.of(announced));
  }
}
