package ai.policytracker.query.diff;

import ai.policytracker.query.position.CompanyAtTime;
import ai.policytracker.query.position.KnownPositions;
import ai.policytracker.query.position.Question;
import ai.policytracker.query.request.MergedCompanyException;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.query.request.Times;
import ai.policytracker.shell.Problems;
import ai.policytracker.shell.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
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

/** What is different between two dates as known at one time, or at two known times on one date. */
@Path("/v1/companies/{company}/diff")
@Tag(name = "Positions")
public class DiffResource {
  private static final String FROM = "fromKnownAt";
  private static final String TO = "toKnownAt";

  private final KnownPositions positions;

  DiffResource(KnownPositions positions) {
    this.positions = positions;
  }

  /** One side of the comparison, as it was asked for. */
  private record Side(LocalDate asOf, Instant knownAt) {}

  @GET
  @Operation(
      summary = "A company's positions and stances: what began, ended and differs",
      description =
          "Either between the dates from and to, both as known at knownAt, or between what was"
              + " known at fromKnownAt and at toKnownAt, both on the date asOf.")
  @APIResponse(responseCode = "200", description = "In the order of subjects and targets")
  @APIResponse(
      responseCode = "308",
      description = "Merged at a known time that is asked for: the company that counts then")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "Not covered; problem+json")
  public Uni<RestResponse<DiffView>> get(
      @PathParam("company") String company,
      @Parameter(description = "Date, or instant for its day in UTC") @QueryParam("from")
          String from,
      @Parameter(description = "As from; default the day of knownAt, and so today without one")
          @QueryParam("to")
          String to,
      @Parameter(description = Times.KNOWN_AT + "; goes with from and to") @QueryParam("knownAt")
          String knownAt,
      @Parameter(description = "Instant; goes with asOf") @QueryParam(FROM) String fromKnownAt,
      @Parameter(description = "As fromKnownAt; default now") @QueryParam(TO) String toKnownAt,
      @Parameter(description = "Date; default the day of toKnownAt, and so today without one")
          @QueryParam("asOf")
          String asOf,
      @Parameter(description = "Only on this technology") @QueryParam("technology")
          String technology) {
    Question asked = Question.on(Parameters.technology(technology));
    if ((from == null) == (fromKnownAt == null)) {
      throw Problems.invalid("from", "give either from (two dates) or fromKnownAt (two times)");
    }
    if (from != null) {
      refuse(TO, toKnownAt, FROM);
      refuse("asOf", asOf, FROM);
      Times last = Times.of("to", to, "knownAt", knownAt);
      Side first = new Side(Parameters.date("from", from), last.knownAt());
      return compare(company, first, last, asked);
    }
    refuse("to", to, "from");
    refuse("knownAt", knownAt, "from");
    Times last = Times.of("asOf", asOf, TO, toKnownAt);
    Side first = new Side(last.asOf(), Parameters.instant(FROM, fromKnownAt));
    return compare(company, first, last, asked)
        .onFailure(HttpProblem.class)
        .transform(refused -> renamed(refused, isLater(first, last) ? FROM : TO));
  }

  private static void refuse(String name, String value, String goesWith) {
    if (value != null) {
      throw Problems.invalid(name, "goes with " + goesWith + " only");
    }
  }

  /** The one that lies in the future, where one does. */
  private static boolean isLater(Side first, Times last) {
    return last.knownAt() == null || first.knownAt().isAfter(last.knownAt());
  }

  /** The side that was refused was read as any other known time is. */
  private static HttpProblem renamed(HttpProblem refused, String parameter) {
    return refused.getParameters().get("errors") instanceof List<?> errors
            && errors.getFirst() instanceof FieldError(String pointer, String detail)
            && pointer.equals("knownAt")
        ? Problems.invalid(parameter, detail)
        : refused;
  }

  /** The later side first: its known time is that of both, where none is given. */
  private Uni<RestResponse<DiffView>> compare(
      String company, Side first, Times last, Question asked) {
    return positions
        .inForce(company, last.asOf(), last.knownAt(), asked)
        .flatMap(
            after ->
                positions
                    .inForce(company, first.asOf(), knownAt(first, after), asked)
                    .onFailure(MergedCompanyException.class)
                    .transform(merged -> merged.restingOn(after.known()))
                    .map(
                        before ->
                            after
                                .known()
                                .answer(
                                    DiffView.of(before, first.asOf(), after, last.asOf()),
                                    last.isFixed())));
  }

  private static Instant knownAt(Side first, CompanyAtTime after) {
    return first.knownAt() == null ? after.known().knownAt() : first.knownAt();
  }
}
