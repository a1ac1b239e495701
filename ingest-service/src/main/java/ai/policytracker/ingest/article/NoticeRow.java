package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.Notice;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an article takes back of an earlier one, and how it names that; null where it does not. */
@Entity
@Table(name = "article_notice")
class NoticeRow {
  @Id
  @Column(name = "article_id")
  String articleId;

  String publisher;

  @Column(name = "named_day")
  String namedDay;

  @Column(name = "named_title")
  String namedTitle;

  @Column(name = "named_address")
  String namedAddress;

  @JdbcTypeCode(SqlTypes.JSON)
  String content;

  void take(KnownArticle article, Notice notice) {
    articleId = article.id();
    publisher = article.article().publisher;
    namedDay = notice.day() == null ? null : notice.day().toString();
    namedTitle = notice.title();
    namedAddress = notice.ofThisArticle() ? article.address() : null;
    try {
      content = Json.MAPPER.writeValueAsString(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every notice can be written", e);
    }
  }

  Notice notice() {
    try {
      return Json.MAPPER.readValue(content, Notice.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored notice of " + articleId + " cannot be read", e);
    }
  }
}
