package ai.policytracker.query.change;

import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.query.request.Cursor;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.UnreadableEventException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed: every change once, in the order of seq, without gaps. */
@Path("/v1/changes")
@Tag(name = "Changes")
public class ChangesResource {
  private static final int MAX_LIMIT = 1000;
  private static final String LIST = "changes";

  /**
   * Nothing while the model is filled again: changes come back in another order than their seq's.
   */
  private static final String SELECT =
      """
      SELECT f.seq AS head, page.* FROM feed f LEFT JOIN (
        SELECT seq, payload::text AS payload FROM change_log
        WHERE seq > $1 AND NOT EXISTS (SELECT FROM shard WHERE next_offset < refilled_at)
          AND ($2::text IS NULL OR company = $2)
          AND ($3::text IS NULL OR technology = $3) AND ($4::text IS NULL OR type = $4)
        ORDER BY seq LIMIT $5
      ) page ON true ORDER BY page.seq""";

  private final Pool pool;

  ChangesResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next cursor of the next page; null where there is none yet: ask again with the last seq
   * @param seq of the last change that the read model holds
   */
  public record ChangesView(List<ChangeView> items, String next, long seq) {}

  @GET
  @Operation(summary = "Changes after a seq, oldest first")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<ChangesView> list(
      @Parameter(description = "Only changes with a higher seq")
          @QueryParam("after")
          @DefaultValue("0")
          String after,
      @Parameter(description = "The next of an earlier page; goes before after")
          @QueryParam("cursor")
          String cursor,
      @Parameter(description = "Only changes of this company") @QueryParam("company")
          String company,
      @Parameter(description = "Only changes on this technology") @QueryParam("technology")
          String technology,
      @Parameter(description = "Only changes of this type") @QueryParam("type") String type,
      @Parameter(description = "1 to 1000")
          @QueryParam("limit")
          @DefaultValue(Parameters.DEFAULT_LIMIT)
          String limit) {
    int most = Parameters.limit(limit, MAX_LIMIT);
    Technology onlyTechnology = Parameters.technology(technology);
    ChangeType onlyType = Parameters.changeType(type);
    Tuple parameters =
        Tuple.from(
            Arrays.asList(
                start(after, cursor),
                Parameters.company(company),
                onlyTechnology == null ? null : onlyTechnology.slug(),
                onlyType == null ? null : onlyType.name(),
                most + 1));
    return pool.preparedQuery(SELECT).execute(parameters).map(rows -> page(rows, most));
  }

  private static long start(String after, String cursor) {
    long seq = Parameters.after(after);
    String last = Cursor.last(LIST, cursor);
    if (last == null) {
      return seq;
    }
    if (!last.matches("[0-9]{1,18}")) {
      throw Cursor.invalid();
    }
    return Long.parseLong(last);
  }

  private static ChangesView page(RowSet<Row> rows, int most) {
    List<ChangeView> items = new ArrayList<>();
    long head = 0;
    for (Row row : rows) {
      head = row.getLong("head");
      if (row.getLong("seq") != null) {
        items.add(view(row));
      }
    }
    boolean more = items.size() > most;
    List<ChangeView> page = more ? items.subList(0, most) : items;
    String next = more ? Cursor.of(LIST, Long.toString(page.getLast().seq())) : null;
    return new ChangesView(page, next, head);
  }

  private static ChangeView view(Row row) {
    byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
    try {
      return ChangeView.of(row.getLong("seq"), ChangeCodec.decode(payload));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("change_log at seq " + row.getLong("seq"), e);
    }
  }
}
