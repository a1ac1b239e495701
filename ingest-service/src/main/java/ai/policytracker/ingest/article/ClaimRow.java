package ai.policytracker.ingest.article;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.UnreadableEventException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
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

  PublishedClaim published() {
    try {
      byte[] event = payload.getBytes(StandardCharsets.UTF_8);
      return new PublishedClaim(revision, retracted, (ClaimAnnounced) EventCodec.decode(event));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("the stored claim " + claimId + " cannot be read", e);
    }
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
