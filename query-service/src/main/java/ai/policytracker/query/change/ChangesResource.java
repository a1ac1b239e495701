package ai.policytracker.query.change;

import ai.policytracker.query.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed: every change once, in the order of seq, without gaps. */
@Path("/v1/changes")
@Tag(name = "Changes")
public class ChangesResource {
  private static final int MAX_LIMIT = 1000;

  private final ChangeLog log;

  ChangesResource(ChangeLog log) {
    this.log = log;
  }

  /**
   * @param next cursor of the next page; null where there is none yet: ask again with seq as after
   * @param seq of the last change that the read model holds
   */
  public record ChangesView(List<ChangeView> items, @Nullable String next, long seq) {}

  @GET
  @Operation(
      summary = "Changes after a seq, oldest first",
      description =
          "No change with a smaller seq ever becomes visible after one with a larger seq. A page"
              + " may hold fewer changes than limit, or none, and still have a next.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(
      responseCode = "410",
      description = "The cursor is of an epoch that has ended; problem+json")
  public Uni<ChangesView> list(
      @Parameter(
              description = "Only changes with a higher seq; 0, or one that the feed has come to")
          @QueryParam("after")
          @DefaultValue("0")
          String after,
      @Parameter(description = "The next of an earlier page of this filter; goes before after")
          @QueryParam("cursor")
          String cursor,
      @BeanParam FilterParameters parameters,
      @Parameter(description = "1 to 1000")
          @QueryParam("limit")
          @DefaultValue(Parameters.DEFAULT_LIMIT)
          String limit) {
    int most = Parameters.limit(limit, MAX_LIMIT);
    ChangeFilter filter = parameters.filter();
    long seq = Parameters.after(after);
    FeedCursor start = cursor == null ? new FeedCursor(null, seq) : FeedCursor.read(cursor, filter);
    return log.read(filter, start.seq(), most)
        .invoke(start::requireIn)
        .map(page -> view(page, filter));
  }

  private static ChangesView view(ChangePage page, ChangeFilter filter) {
    return new ChangesView(
        page.items().stream().map(LoggedChange::view).toList(),
        page.hasMore() ? FeedCursor.next(page, filter) : null,
        page.head());
  }
}
