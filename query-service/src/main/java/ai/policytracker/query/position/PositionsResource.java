package ai.policytracker.query.position;

import ai.policytracker.policy.Coverage;
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

/** What was in force on a date, as known at a time. */
@Path("/v1/companies/{company}/positions")
@Tag(name = "Positions")
public class PositionsResource {
  private final KnownPositions positions;

  PositionsResource(KnownPositions positions) {
    this.positions = positions;
  }

  /**
   * @param asOf the date answered for
   * @param isFinal the answer at this known time will not change any more
   * @param covered an article that had been read by then tells of the company
   * @param pending announcements that move nothing: planned, denied, rejected, or without a date
   */
  public record PositionsView(
      String company,
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq,
      boolean covered,
      List<PositionView> positions,
      List<StanceView> stances,
      List<PendingView> pending) {}

  @GET
  @Operation(
      summary = "A company's positions and stances in force on a date, as known at a time",
      description =
          "Audience and jurisdiction ask for a subject: exact answers come first (match EXACT), then"
              + " wider ones that cover it (match WIDER). Narrower ones are no answer. Activity,"
              + " audience and jurisdiction do not tell stances apart and leave them all.")
  @APIResponse(responseCode = "200", description = "In the order of their subjects")
  @APIResponse(
      responseCode = "308",
      description = "Merged at that known time: the same question of the company that counts")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "No such company; problem+json")
  public Uni<RestResponse<PositionsView>> get(
      @PathParam("company") String company,
      @Parameter(description = Times.AS_OF) @QueryParam("asOf") String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt,
      @Parameter(description = "Only positions and stances on this technology")
          @QueryParam("technology")
          String technology,
      @Parameter(description = "Only positions on this activity") @QueryParam("activity")
          String activity,
      @Parameter(description = "Only positions for this audience, and those for everybody")
          @QueryParam("audience")
          String audience,
      @Parameter(description = "Only positions for this place, and those for what contains it")
          @QueryParam("jurisdiction")
          String jurisdiction) {
    Times times = Times.of(asOf, knownAt);
    Question asked =
        new Question(
            Parameters.technology(technology),
            new Coverage.Question(
                Parameters.activity(activity),
                Parameters.audience(audience),
                Parameters.jurisdiction(jurisdiction)));
    return positions
        .inForce(company, times.asOf(), times.knownAt(), asked)
        .map(found -> found.known().answer(view(found, times.asOf()), times.isFixed()));
  }

  private static PositionsView view(CompanyAtTime found, LocalDate asOf) {
    return new PositionsView(
        found.company(),
        asOf,
        found.known().knownAt(),
        found.known().isFinal(),
        found.known().seq(),
        found.covered(),
        found.positions(),
        found.stances(),
        found.pending());
  }
}
