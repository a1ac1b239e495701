package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Technology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimDifferenceTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

  @Test
  void newClaimsAreAnnouncedUnderRevisionOne() {
    List<ClaimEvent> events = read(List.of(), List.of(claim("ibm", 0.9), claim("x", 0.9)), null);

    assertThat(events)
        .hasSize(2)
        .allMatch(e -> e.revision() == 1 && e instanceof ClaimAnnounced a && !a.rereading());
    assertThat(events).extracting(ClaimEvent::claimId).doesNotHaveDuplicates();
  }

  @Test
  void equalClaimsOfOneArticleAreToldApart() {
    List<ClaimEvent> events = read(List.of(), List.of(claim("ibm", 0.9), claim("ibm", 0.8)), null);

    assertThat(events).extracting(ClaimEvent::claimId).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void unchangedClaimsSayNothingWhoeverReadsThem() {
    List<PublishedClaim> published = published(List.of(claim("ibm", 0.9)));

    List<ClaimEvent> events =
        ClaimDifference.afterReading(
            published, List.of(claim("ibm", 0.9)), article(null), "other/2", true, LATER);

    assertThat(events).isEmpty();
  }

  @Test
  void changedContentIsAnnouncedAgainUnderTheSameId() {
    List<PublishedClaim> published = published(List.of(claim("ibm", 0.9)));

    List<ClaimEvent> byClaim = read(published, List.of(claim("ibm", 0.7)), null);
    List<ClaimEvent> byMetadata = read(published, List.of(claim("ibm", 0.9)), "2020-06-11");

    for (List<ClaimEvent> events : List.of(byClaim, byMetadata)) {
      assertThat(events)
          .singleElement()
          .isInstanceOf(ClaimAnnounced.class)
          .matches(e -> e.revision() == 2 && ((ClaimAnnounced) e).rereading())
          .extracting(ClaimEvent::claimId)
          .isEqualTo(published.getFirst().claimId());
    }
    assertThat(byClaim.getFirst().eventId()).isNotEqualTo(byMetadata.getFirst().eventId());
  }

  @Test
  void lostClaimsAreRetractedOnce() {
    List<PublishedClaim> published = published(List.of(claim("ibm", 0.9)));

    List<ClaimEvent> events = read(published, List.of(), null);

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ClaimRetracted.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.NO_LONGER_FOUND);
              assertThat(e.revision()).isEqualTo(2);
            });
    assertThat(read(List.of(retracted(published.getFirst())), List.of(), null)).isEmpty();
  }

  @Test
  void aClaimFoundAgainIsAnnouncedAgain() {
    PublishedClaim retracted = retracted(published(List.of(claim("ibm", 0.9))).getFirst());

    List<ClaimEvent> events = read(List.of(retracted), List.of(claim("ibm", 0.9)), null);

    assertThat(events)
        .singleElement()
        .isInstanceOf(ClaimAnnounced.class)
        .matches(e -> e.revision() == 3);
  }

  @Test
  void retractionLeavesWhatIsRetractedAlready() {
    List<PublishedClaim> published =
        new ArrayList<>(published(List.of(claim("ibm", 0.9), claim("x", 0.9))));
    published.set(0, retracted(published.getFirst()));

    assertThat(ClaimDifference.retractions(published, Reason.ARTICLE_WITHDRAWN, LATER))
        .singleElement()
        .extracting(ClaimEvent::claimId)
        .isEqualTo(published.get(1).claimId());
  }

  private static List<ClaimEvent> read(
      List<PublishedClaim> published, List<Claim> found, String publishedAt) {
    return ClaimDifference.afterReading(
        published, found, article(publishedAt), "test/1", !published.isEmpty(), LATER);
  }

  private static List<PublishedClaim> published(List<Claim> claims) {
    return ClaimDifference.afterReading(List.of(), claims, article(null), "test/1", false, FIRST)
        .stream()
        .map(event -> new PublishedClaim(1, false, (ClaimAnnounced) event, Ruling.NONE))
        .toList();
  }

  private static PublishedClaim retracted(PublishedClaim claim) {
    return new PublishedClaim(claim.revision() + 1, true, claim.announced(), Ruling.NONE);
  }

  private static SourceArticle article(String publishedAt) {
    return new SourceArticle(
        "a1", null, "Wire", null, null, publishedAt, "Title", "en", "hash", List.of());
  }

  private static Claim claim(String company, double confidence) {
    return new Claim(
        company,
        Kind.BAN,
        Technology.FACIAL_RECOGNITION,
        Activity.PROVISION,
        Audience.GENERAL,
        null,
        Modality.DECIDED,
        Attribution.COMPANY,
        AnnouncedOn.UNKNOWN,
        Mention.NEWS,
        null,
        null,
        null,
        null,
        List.of(new Evidence(0, 3, "ban")),
        confidence);
  }
}
