package ai.policytracker.ingest.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An article's words, as received first. */
@Entity
@Immutable
@Table(name = "article")
class ArticleRow {
  @Id String id;

  String publisher;
  String title;
  String text;

  @Column(name = "text_hash")
  String textHash;

  @Column(name = "received_at")
  Instant receivedAt;
}
