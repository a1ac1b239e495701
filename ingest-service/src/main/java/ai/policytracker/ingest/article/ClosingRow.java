package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimRetracted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Why an article's claims no longer stand; once there, it stays. */
@Entity
@Immutable
@IdClass(ClosingRow.Key.class)
@Table(name = "article_closing")
class ClosingRow {
  record Key(String articleId, ClaimRetracted.Reason cause) {}

  @Id
  @Column(name = "article_id")
  String articleId;

  @Id
  @Enumerated(EnumType.STRING)
  ClaimRetracted.Reason cause;

  String statement;

  @Column(name = "superseded_by")
  String supersededBy;

  @Column(name = "closed_at")
  Instant closedAt;
}
