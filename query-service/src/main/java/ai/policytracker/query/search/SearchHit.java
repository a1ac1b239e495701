package ai.policytracker.query.search;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Technology;
import ai.policytracker.query.Payloads;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fits the words that were searched for.
 *
 * @param company null for topics
 * @param technology null for companies
 * @param quote the claim that says it; null for companies and topics
 */
public record SearchHit(
    Type type, @Nullable String company, @Nullable Technology technology, @Nullable Quote quote) {

  /** Hits come in this order. */
  public enum Type {
    COMPANY,
    TOPIC,
    QUOTE
  }

  /**
   * @param announcement null where the claim has too little confidence to be in any
   * @param texts the claim's quotes
   */
  public record Quote(
      String claimId,
      @Nullable String announcement,
      List<String> texts,
      String articleId,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String publishedAt,
      @Nullable String title) {}

  static SearchHit from(Row row) {
    Type type = Type.values()[row.getInteger("tier")];
    return switch (type) {
      case COMPANY -> new SearchHit(type, row.getString("company"), null, null);
      case TOPIC ->
          new SearchHit(type, null, Technology.fromSlug(row.getString("technology")), null);
      case QUOTE -> {
        var said = Payloads.one(row.getString("payload"), ClaimAnnounced.class);
        yield new SearchHit(
            type, row.getString("company"), said.claim().technology(), quote(row, said));
      }
    };
  }

  private static Quote quote(Row row, ClaimAnnounced said) {
    return new Quote(
        said.claimId(),
        row.getString("announcement"),
        said.claim().evidence().stream().map(Evidence::quote).toList(),
        said.article().articleId(),
        said.article().publisher(),
        said.article().url(),
        said.article().publishedAt(),
        said.article().title());
  }
}
