package ai.policytracker.ingest.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An article's metadata as they stand from one post on. */
@Entity
@Immutable
@IdClass(MetadataRow.Key.class)
@Table(name = "article_metadata")
class MetadataRow {
  record Key(String articleId, int revision) {}

  @Id
  @Column(name = "article_id")
  String articleId;

  @Id int revision;

  String url;
  String address;

  @Column(name = "published_at")
  String publishedAt;

  String language;

  @Column(name = "received_at")
  Instant receivedAt;

  Metadata metadata() {
    return new Metadata(url, publishedAt, language);
  }
}
