package ai.policytracker.query.search;

import ai.policytracker.event.Technology;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.Cursor;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.PageParameters;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.shell.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Companies by name, topics by name, and quotes by their words. */
@Path("/v1/search")
@Tag(name = "Search")
public class SearchResource {
  private static final int MAX_CHARS = 200;

  /** Ranking costs 5 microseconds each; more hits than this say that the words are too common. */
  private static final int RANKED = 20_000;

  /**
   * {@code $4} is the text, {@code $5} its words as a slug, {@code $6} the technologies that it
   * names. Place: how good a hit is among those of its tier, the best one lowest.
   */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , hit AS (
            SELECT 0 AS tier, CASE WHEN c.company = $5 THEN 0
                WHEN starts_with(c.company, $5) THEN 1 ELSE 2 END AS place, c.company AS key,
              c.company, NULL::text AS technology, NULL::text AS announcement, NULL::text AS content_id
            FROM company c, seen
            WHERE $5::text <> '' AND (strpos(c.company, $5) > 0
                OR strpos('-' || $5 || '-', '-' || c.company || '-') > 0)
              AND EXISTS (SELECT FROM change_log l
                WHERE l.company = c.company AND l.recorded_at <= seen.known_at)
              AND NOT EXISTS (SELECT FROM company_alias a WHERE a.company = c.company
                AND a.known_from <= seen.known_at AND seen.known_at < a.known_to)
            UNION ALL
            SELECT 1, 0, technology, NULL, technology, NULL, NULL
            FROM unnest($6::text[]) AS topic(technology)
            UNION ALL
            SELECT 2, -round(ts_rank_cd(t.words, asked) * 1000000)::integer,
              concat_ws('/', claim_id, company, technology, activity, audience, target),
              company, technology, announcement, content_id
            FROM (
              SELECT v.*, asked
              FROM seen, websearch_to_tsquery('english', $4::text) asked, claim_content t
                JOIN claim_version v USING (content_id)
              WHERE t.words @@ asked
                AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
              ORDER BY v.known_from DESC, v.claim_id, v.company, v.technology, v.activity,
                v.audience, v.target LIMIT {ranked}
            ) newest JOIN claim_content t USING (content_id)
          )
          SELECT {seen}, {halted}, page.*, t.payload::text AS payload FROM seen LEFT JOIN (
            SELECT * FROM hit WHERE $3::date IS NOT NULL {asked}
            ORDER BY tier, place, key LIMIT {limit}
          ) page ON true LEFT JOIN claim_content t USING (content_id)
          ORDER BY tier, place, key"""
              .replace("{ranked}", Integer.toString(RANKED))
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED);

  private final Pool pool;

  SearchResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next cursor of the next page; null on the last
   */
  public record SearchView(
      String q,
      List<SearchHit> items,
      @Nullable String next,
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq) {}

  @GET
  @Operation(
      summary = "Companies and topics by name, and quotes by their words, the best hits first",
      description =
          "Words, \"phrases\", or, and -words that must not occur. Quotes are found by the stems of"
              + " English words; of more than 20,000 the newest are ranked. Hits do not depend on asOf, which is echoed alone.")
  @APIResponse(responseCode = "200", description = "A page: companies, then topics, then quotes")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<RestResponse<SearchView>> search(
      @Parameter(description = "1 to 200 characters", required = true) @QueryParam("q") String q,
      @BeanParam PageParameters paging) {
    if (Parameters.text("q", q, MAX_CHARS) == null) {
      throw Problems.invalid("q", "must be given");
    }
    Page page = paging.page(3, Page.MAX_LIMIT, "search", q);
    Conditions asked = Conditions.at(page.times());
    asked.parameter(q);
    String slug = slug(q);
    asked.parameter(slug);
    asked.parameter(topics(slug));
    if (!page.isFirst()) {
      asked.and(
          "(tier, place, key) > (?::integer, ?::integer, ?::text)",
          number(page.after().get(0)),
          number(page.after().get(1)),
          page.after().get(2));
    }
    return Listed.ask(
            pool,
            SELECT.replace("{asked}", asked.sql()),
            asked,
            page,
            "tier",
            SearchHit::from,
            SearchResource::key)
        .map(
            found ->
                found.answer(
                    page,
                    (items, next, asOf, knownAt, isFinal, seq) ->
                        new SearchView(q, items, next, asOf, knownAt, isFinal, seq)));
  }

  private static String slug(String q) {
    return q.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String[] topics(String slug) {
    return Arrays.stream(Technology.values())
        .map(Technology::slug)
        .filter(name -> !slug.isEmpty() && (name.contains(slug) || slug.contains(name)))
        .toArray(String[]::new);
  }

  private static Integer number(String digits) {
    if (!digits.matches("-?[0-9]{1,9}")) {
      throw Cursor.invalid();
    }
    return Integer.valueOf(digits);
  }

  private static List<String> key(Row row) {
    return List.of(
        row.getInteger("tier").toString(),
        row.getInteger("place").toString(),
        row.getString("key"));
  }
}
