package ai.policytracker.query.position;

import ai.policytracker.query.Payloads;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sources and quotes of announcements, by the contents of their claims. The id of a content stands
 * for the same one for ever, so that what was read once need not be read again, whatever the known
 * time: most announcements get all their claims within days.
 */
@ApplicationScoped
class KnownSources {
  /** Of the ids in a key. */
  static final String SEPARATOR = " ";

  private static final int SHARE_OF_HEAP = 4;

  /** Of an entry in memory beside its characters and bytes. */
  private static final int OVERHEAD = 300;

  private static final String SELECT =
      """
      SELECT content_id, payload ->> 'claimId' AS claim_id, publisher, article_id,
        payload #>> '{article,url}' AS url, payload #>> '{article,publishedAt}' AS published_at,
        payload #>> '{article,textHash}' AS text_hash, payload #>> '{claim,evidence}' AS evidence
      FROM claim_content WHERE content_id = ANY($1)""";

  private final Pool pool;
  private final ObjectMapper mapper;
  private final ObjectReader sources;
  private final ObjectReader quotes;
  private final Cache<String, AnnouncementSources> kept;

  KnownSources(Pool pool, ObjectMapper mapper, SourceSettings settings, MeterRegistry metrics) {
    this.pool = pool;
    this.mapper = mapper;
    this.sources = mapper.readerForListOf(SourceView.class);
    this.quotes = mapper.readerForListOf(EvidenceView.class);
    long bytes = settings.memoryBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(KnownSources::weight)
            .recordStats()
            .build();
    CaffeineCacheMetrics.monitor(metrics, kept, "sources");
  }

  private static int weight(String contents, AnnouncementSources entry) {
    return OVERHEAD
        + contents.length()
        + entry.articles().length()
        + ((RenderedList<?>) entry.sources()).bytes()
        + ((RenderedList<?>) entry.evidence()).bytes();
  }

  /**
   * @param announcements the contents of each: their ids, set apart by blanks
   * @return by the same keys; contents that have not come yet are left out
   */
  Uni<Map<String, AnnouncementSources>> of(Set<String> announcements) {
    Map<String, AnnouncementSources> found = HashMap.newHashMap(announcements.size());
    List<String> missing = new ArrayList<>();
    for (String contents : announcements) {
      AnnouncementSources entry = kept.getIfPresent(contents);
      if (entry == null) {
        missing.add(contents);
      } else {
        found.put(contents, entry);
      }
    }
    if (missing.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    String[] ids = missing.stream().flatMap(KnownSources::idsOf).distinct().toArray(String[]::new);
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(ids))
        .map(KnownSources::byId)
        .invoke(claims -> missing.forEach(contents -> found.put(contents, read(contents, claims))))
        .replaceWith(found);
  }

  /** Brings into memory what is not there. */
  void prepare(Set<String> announcements) {
    of(announcements).await().indefinitely();
  }

  private static Stream<String> idsOf(String contents) {
    return contents.isEmpty() ? Stream.empty() : Arrays.stream(contents.split(SEPARATOR));
  }

  private static Map<String, ClaimSource> byId(RowSet<Row> rows) {
    Map<String, ClaimSource> claims = HashMap.newHashMap(rows.size());
    rows.forEach(row -> claims.put(row.getString("content_id"), claim(row)));
    return claims;
  }

  private AnnouncementSources read(String contents, Map<String, ClaimSource> claims) {
    List<String> ids = idsOf(contents).toList();
    AnnouncementSources entry =
        rendered(
            AnnouncementSources.ofClaims(
                ids.stream().map(claims::get).filter(Objects::nonNull).toList()));
    if (claims.keySet().containsAll(ids)) {
      kept.put(contents, entry);
    }
    return entry;
  }

  private AnnouncementSources rendered(AnnouncementSources entry) {
    return new AnnouncementSources(
        new RenderedList<>(entry.sources().size(), json(entry.sources()), sources),
        new RenderedList<>(entry.evidence().size(), json(entry.evidence()), quotes),
        entry.articles());
  }

  private byte[] json(List<?> list) {
    try {
      return mapper.writeValueAsBytes(list);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
