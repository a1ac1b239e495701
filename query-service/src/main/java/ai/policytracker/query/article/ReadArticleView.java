package ai.policytracker.query.article;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.query.announcement.ClaimView;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Times;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as its claims tell of it; of several readings the metadata is that of the latest.
 *
 * @param publisherCompany the company that publishes it, where it is one itself
 * @param creditedPublisher whom it names as its source
 * @param publishedAt as it was written; null where unknown
 * @param textHash names the text that the evidence points into
 * @param announcements that its claims are about, each once
 */
public record ReadArticleView(
    String articleId,
    @Nullable String publisher,
    @Nullable String publisherCompany,
    @Nullable String creditedPublisher,
    @Nullable String url,
    @Nullable String publishedAt,
    @Nullable String title,
    @Nullable String language,
    String textHash,
    LocalDate asOf,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq,
    List<String> announcements,
    List<PlacedClaim> claims) {

  /**
   * @param company that the claim counts for, also where the article names one that was merged
   * @param announcement null where it has too little confidence to be in any
   */
  public record PlacedClaim(String company, @Nullable String announcement, ClaimView claim) {}

  /** As a query puts it together. */
  record Said(String company, String announcement, ClaimAnnounced claim) {}

  static ReadArticleView of(List<Said> said, Times times, KnownTime known) {
    SourceArticle article =
        said.stream()
            .map(Said::claim)
            .max(
                Comparator.comparing(ClaimAnnounced::receivedAt)
                    .thenComparing(ClaimAnnounced::revision)
                    .thenComparing(ClaimAnnounced::claimId))
            .orElseThrow()
            .article();
    return new ReadArticleView(
        article.articleId(),
        article.publisher(),
        article.publisherCompany(),
        article.creditedPublisher(),
        article.url(),
        article.publishedAt(),
        article.title(),
        article.language(),
        article.textHash(),
        times.asOf(),
        known.knownAt(),
        known.isFinal(),
        known.seq(),
        said.stream().map(Said::announcement).filter(Objects::nonNull).distinct().sorted().toList(),
        said.stream()
            .map(s -> new PlacedClaim(s.company(), s.announcement(), ClaimView.of(s.claim())))
            .toList());
  }
}
