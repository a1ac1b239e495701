package ai.policytracker.query.topic;

import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Status;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Times;
import ai.policytracker.query.topic.TopicView.StanceCount;
import ai.policytracker.query.topic.TopicView.StatusCount;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The technologies that policies and stances are about. */
@Path("/v1/topics")
@Tag(name = "Topics")
public class TopicsResource {
  /** The rows without a status count each company of a technology once. */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, counted.* FROM seen LEFT JOIN LATERAL (
            SELECT technology, status, NULL AS stance,
              count(*) AS held, count(DISTINCT company) AS companies
            FROM position_version WHERE {held}
            GROUP BY GROUPING SETS ((technology, status), (technology))
            UNION ALL
            SELECT coalesce(payload #>> '{target,technology}', nullif(technology, '')), NULL,
              stance, count(*), count(DISTINCT company)
            FROM stance_version WHERE {held} GROUP BY 1, 3
          ) counted ON true ORDER BY technology, status, stance"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED)
              .replace(
                  "{held}",
                  """
                  known_from <= seen.known_at AND seen.known_at < known_to
                    AND valid_from <= $3::date AND $3::date < valid_to""");

  private final Pool pool;

  TopicsResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next always null: topics are answered whole
   */
  public record TopicsView(
      List<TopicView> items,
      @Nullable String next,
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq) {}

  @GET
  @Operation(
      summary = "Technologies with their positions and stances counted",
      description = "Stances on acts that name no technology are in none of them.")
  @APIResponse(responseCode = "200", description = "All technologies, also those without any")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<RestResponse<TopicsView>> list(
      @Parameter(description = Times.AS_OF) @QueryParam("asOf") String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt) {
    Times times = Times.of(asOf, knownAt);
    return pool.preparedQuery(SELECT).execute(times.parameters()).map(rows -> answer(rows, times));
  }

  private static RestResponse<TopicsView> answer(RowSet<Row> rows, Times times) {
    List<Row> all = new ArrayList<>();
    rows.forEach(all::add);
    KnownTime known =
        KnownTime.from(all.getFirst()).unlessHalted(all.getFirst().getString("halted_reason"));
    List<TopicView> topics =
        Arrays.stream(Technology.values()).map(technology -> topic(technology, all)).toList();
    TopicsView view =
        new TopicsView(topics, null, times.asOf(), known.knownAt(), known.isFinal(), known.seq());
    return known.answer(view, times.isFixed());
  }

  private static TopicView topic(Technology technology, List<Row> all) {
    long positions = 0;
    long companies = 0;
    List<StatusCount> statuses = new ArrayList<>();
    List<StanceCount> stances = new ArrayList<>();
    for (Row row : all) {
      if (!technology.slug().equals(row.getString("technology"))) {
        continue;
      }
      long held = row.getLong("held");
      long holders = row.getLong("companies");
      if (row.getString("status") != null) {
        statuses.add(new StatusCount(Status.valueOf(row.getString("status")), held, holders));
      } else if (row.getString("stance") != null) {
        stances.add(new StanceCount(Stance.valueOf(row.getString("stance")), held, holders));
      } else {
        positions = held;
        companies = holders;
      }
    }
    return new TopicView(technology, companies, positions, statuses, stances);
  }
}
