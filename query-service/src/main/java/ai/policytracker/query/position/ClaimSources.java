package ai.policytracker.query.position;

import ai.policytracker.query.Payloads;
import com.fasterxml.jackson.core.type.TypeReference;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What claims say, by the ids of their contents. An id stands for the same content for ever, so
 * that what was read once need not be read again, whatever the known time.
 */
@ApplicationScoped
class ClaimSources {
  private static final int SHARE_OF_HEAP = 8;

  /** Of an entry in memory beside its characters: objects, their headers and references. */
  private static final int OVERHEAD = 450;

  private static final int OF_QUOTE = 90;

  private static final String SELECT =
      """
      SELECT content_id, payload ->> 'claimId' AS claim_id, publisher, article_id,
        payload #>> '{article,url}' AS url, payload #>> '{article,publishedAt}' AS published_at,
        payload #>> '{article,textHash}' AS text_hash, payload #>> '{claim,evidence}' AS evidence
      FROM claim_content WHERE content_id = ANY($1)""";

  private final Pool pool;
  private final Cache<String, ClaimSource> kept;

  ClaimSources(Pool pool, ClaimSourceSettings settings, MeterRegistry metrics) {
    this.pool = pool;
    long bytes = settings.memoryBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String id, ClaimSource claim) -> weight(id, claim))
            .recordStats()
            .build();
    CaffeineCacheMetrics.monitor(metrics, kept, "claim-sources");
  }

  private static int weight(String id, ClaimSource claim) {
    SourceView source = claim.source();
    int characters = id.length() + claim.claimId().length() + source.articleId().length();
    characters += source.url() == null ? 0 : source.url().length();
    int quotes = claim.evidence().stream().mapToInt(e -> OF_QUOTE + e.quote().length()).sum();
    return OVERHEAD + characters + quotes;
  }

  /** By id; those that have not come yet are left out. */
  Uni<Map<String, ClaimSource>> of(Collection<String> ids) {
    Map<String, ClaimSource> found = HashMap.newHashMap(ids.size());
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      ClaimSource claim = kept.getIfPresent(id);
      if (claim == null) {
        missing.add(id);
      } else {
        found.put(id, claim);
      }
    }
    if (missing.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(missing.toArray(String[]::new)))
        .map(rows -> with(found, rows));
  }

  private Map<String, ClaimSource> with(Map<String, ClaimSource> found, RowSet<Row> rows) {
    for (Row row : rows) {
      String id = row.getString("content_id");
      ClaimSource claim = claim(row);
      kept.put(id, claim);
      found.put(id, claim);
    }
    return found;
  }

  private static ClaimSource claim(Row row) {
    String articleId = row.getString("article_id");
    String textHash = row.getString("text_hash");
    return new ClaimSource(
        row.getString("claim_id"),
        new SourceView(
            row.getString("publisher"),
            articleId,
            row.getString("url"),
            row.getString("published_at")),
        Payloads.list(row.getString("evidence"), new TypeReference<List<Quote>>() {}).stream()
            .map(q -> new EvidenceView(articleId, textHash, q.start(), q.end(), q.quote()))
            .toList());
  }

  private record Quote(int start, int end, String quote) {}
}
