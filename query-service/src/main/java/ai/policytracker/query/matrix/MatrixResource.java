package ai.policytracker.query.matrix;

import ai.policytracker.query.answer.InsteadOfItems;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.PageParameters;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Positions of all companies: the source of a matrix. */
@Path("/v1/positions")
@Tag(name = "Positions")
public class MatrixResource {
  private final Matrix matrix;

  MatrixResource(Matrix matrix) {
    this.matrix = matrix;
  }

  /**
   * @param items empty where groups are asked for
   * @param groups null where none are asked for
   * @param next cursor of the next page; null on the last
   */
  public record MatrixView(
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq,
      List<MatrixPosition> items,
      @InsteadOfItems @Nullable List<MatrixGroup> groups,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "Positions across companies in force on a date, as known at a time",
      description =
          "Filters take several values, set apart by commas, and ask for exactly these subjects."
              + " With groupBy the answer counts positions instead of listing them.")
  @APIResponse(responseCode = "200", description = "A page, in the order of company and subject")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<RestResponse<MatrixView>> get(
      @BeanParam PositionFilter filter,
      @Parameter(
              description =
                  "Of company, technology, activity, audience, jurisdiction, status, standing")
          @QueryParam("groupBy")
          String groupBy,
      @BeanParam PageParameters paging) {
    List<GroupBy> grouping = GroupBy.parse(groupBy);
    int keys = grouping.isEmpty() ? Matrix.KEY.size() : grouping.size();
    Page page = paging.page(keys, Page.MAX_LIMIT, filter.asked(groupBy));
    List<String> companies = filter.companies();
    PositionFilter.Values asked = filter.values();
    return grouping.isEmpty()
        ? matrix.list(page, asked, companies).map(found -> answer(page, found, found.items(), null))
        : matrix
            .count(page, asked, companies, grouping)
            .map(found -> answer(page, found, List.of(), found.items()));
  }

  private static RestResponse<MatrixView> answer(
      Page page, Listed<?> found, List<MatrixPosition> items, @Nullable List<MatrixGroup> groups) {
    MatrixView view =
        new MatrixView(
            page.times().asOf(),
            found.known().knownAt(),
            found.known().isFinal(),
            found.known().seq(),
            items,
            groups,
            found.next());
    return found.known().answer(view, page.times().isFixed());
  }
}
