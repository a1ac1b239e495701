package ai.policytracker.ingest.article;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.UnreadableEventException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was published last about a claim. */
@Entity
@Table(name = "claim")
class ClaimRow {
  @Id
  @Column(name = "claim_id")
  String claimId;

  @Column(name = "article_id")
  String articleId;

  int revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String payload;

  boolean retracted;
  String extractor;

  /** Counts what later articles said of it; 0 where none did. */
  @Column(name = "ruling_revision")
  int rulingRevision;

  /** The last event with a later article's word. */
  @JdbcTypeCode(SqlTypes.JSON)
  String ruling;

  /** The article whose word it is; null where none says anything any more. */
  @Column(name = "ruled_by")
  String ruledBy;

  PublishedClaim published() {
    return new PublishedClaim(revision, retracted, (ClaimAnnounced) event(payload), ruling());
  }

  private Ruling ruling() {
    if (ruledBy == null) {
      return Ruling.NONE;
    }
    return event(ruling) instanceof ClaimCorrected corrected
        ? new Ruling(ruledBy, corrected.changes())
        : Ruling.takenBack(ruledBy);
  }

  private PolicyEvent event(String json) {
    try {
      return EventCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("the stored claim " + claimId + " cannot be read", e);
    }
  }

  /** Empty where nothing new is said. */
  Optional<ClaimEvent> rule(Ruling now, Instant receivedAt) {
    PublishedClaim claim = published();
    if (now.saysTheSame(claim.ruling())) {
      ruledBy = now.byArticle();
      return Optional.empty();
    }
    rulingRevision++;
    ClaimEvent event = now.event(claim, rulingRevision, receivedAt);
    ruling = new String(EventCodec.encode(event), StandardCharsets.UTF_8);
    ruledBy = now.byArticle();
    return Optional.of(event);
  }

  /** Follows the event that is about to be published. */
  void take(ClaimEvent event) {
    claimId = event.claimId();
    revision = event.revision();
    switch (event) {
      case ClaimAnnounced announced -> {
        articleId = announced.article().articleId();
        payload = new String(EventCodec.encode(announced), StandardCharsets.UTF_8);
        extractor = announced.extractor();
        retracted = false;
      }
      case ClaimRetracted _ -> retracted = true;
      case ClaimCorrected _, AnnouncementReviewed _ ->
          throw new IllegalArgumentException(event.type() + " is not made by a reading");
    }
  }
}
