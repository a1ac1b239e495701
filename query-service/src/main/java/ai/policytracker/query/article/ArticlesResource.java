package ai.policytracker.query.article;

import ai.policytracker.query.Payloads;
import ai.policytracker.query.article.ReadArticleView.Said;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Times;
import ai.policytracker.shell.Problems;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an article tells, and where it counts. */
@Path("/v1/articles/{id}")
@Tag(name = "Announcements")
public class ArticlesResource {
  private static final Pattern ARTICLE_ID = Pattern.compile("[\\w.:-]{1,100}");

  private static final String SELECT =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, (
            SELECT json_agg(json_build_object('company', v.company,
              'announcement', v.announcement, 'claim', t.payload)
              ORDER BY v.claim_id, v.company, v.technology, v.activity, v.audience, v.target)::text
            FROM claim_content t JOIN claim_version v USING (content_id)
            WHERE t.article_id = $3
              AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
          ) AS claims
          FROM seen"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED);

  private final Pool pool;

  ArticlesResource(Pool pool) {
    this.pool = pool;
  }

  @GET
  @Operation(
      summary = "What is known of an article: its metadata and its claims",
      description =
          "Its text is kept by ingest-service. What an article says does not depend on asOf, which"
              + " is echoed alone.")
  @APIResponse(responseCode = "200", description = "With its claims, in the order of their ids")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(
      responseCode = "404",
      description = "No claim of it was known at that time; problem+json")
  public Uni<RestResponse<ReadArticleView>> get(
      @PathParam("id") String id,
      @Parameter(description = Times.AS_OF) @QueryParam("asOf") String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt) {
    Times times = Times.of(asOf, knownAt);
    if (!ARTICLE_ID.matcher(id).matches()) {
      throw unknown(id);
    }
    return pool.preparedQuery(SELECT)
        .execute(times.parametersWithoutDate(id))
        .map(rows -> answer(rows.iterator().next(), id, times));
  }

  private static RestResponse<ReadArticleView> answer(Row row, String id, Times times) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    List<Said> said = Payloads.list(row.getString("claims"), new TypeReference<List<Said>>() {});
    if (said.isEmpty()) {
      throw unknown(id);
    }
    return known.answer(ReadArticleView.of(said, times, known), times.isFixed());
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound(
        "no claim of the article " + id + " was known at that time; ingest-service may have it");
  }
}
