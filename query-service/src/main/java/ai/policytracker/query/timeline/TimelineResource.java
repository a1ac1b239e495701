package ai.policytracker.query.timeline;

import ai.policytracker.query.position.CompanyAtTime;
import ai.policytracker.query.position.KnownPositions;
import ai.policytracker.query.position.PositionView;
import ai.policytracker.query.position.Question;
import ai.policytracker.query.position.StanceView;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.query.request.Times;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** A company's positions and stances on all of valid time, as known at one time. */
@Path("/v1/companies/{company}/timeline")
@Tag(name = "Positions")
public class TimelineResource {
  private final KnownPositions positions;

  TimelineResource(KnownPositions positions) {
    this.positions = positions;
  }

  /**
   * @param asOf null where all dates are asked for
   * @param next always null: a timeline is answered whole
   */
  public record TimelineView(
      String company,
      @Nullable LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq,
      List<PositionView> items,
      List<StanceView> stances,
      @Nullable String next) {

    static TimelineView of(CompanyAtTime found, LocalDate asOf) {
      return new TimelineView(
          found.company(),
          asOf,
          found.known().knownAt(),
          found.known().isFinal(),
          found.known().seq(),
          found.positions().stream().filter(p -> hasBegun(p.validFrom(), asOf)).toList(),
          found.stances().stream().filter(s -> hasBegun(s.validFrom(), asOf)).toList(),
          null);
    }
  }

  private static boolean hasBegun(LocalDate validFrom, LocalDate asOf) {
    return asOf == null || !validFrom.isAfter(asOf);
  }

  @GET
  @Operation(summary = "All positions and stances of a company, as known at a time")
  @APIResponse(responseCode = "200", description = "In the order of validFrom")
  @APIResponse(
      responseCode = "308",
      description = "Merged at that known time: the same question of the company that counts")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "No such company; problem+json")
  public Uni<RestResponse<TimelineView>> get(
      @PathParam("company") String company,
      @Parameter(description = "Only what has begun by this date, or day in UTC; default all")
          @QueryParam("asOf")
          String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt,
      @Parameter(description = "Only those on this technology") @QueryParam("technology")
          String technology) {
    LocalDate date = Parameters.asOf(asOf);
    return positions
        .ofAllDates(
            company, Parameters.knownAt(knownAt), Question.on(Parameters.technology(technology)))
        .map(found -> found.known().answer(TimelineView.of(found, date), knownAt != null));
  }
}
