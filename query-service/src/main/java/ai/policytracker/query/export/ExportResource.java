package ai.policytracker.query.export;

import ai.policytracker.query.announcement.CompanyAnnouncements;
import ai.policytracker.query.position.CompanyAtTime;
import ai.policytracker.query.position.KnownPositions;
import ai.policytracker.query.position.Question;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.OpenAnswers;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.query.request.Places;
import ai.policytracker.shell.Problems;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * The whole database at one known time. Only at one that is final: what is known then never
 * changes, so the export may take as long as it takes, one company in memory at a time.
 */
@Path("/v1/export")
@Tag(name = "Export")
public class ExportResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

  private final ExportedCompanies companies;
  private final KnownPositions positions;
  private final CompanyAnnouncements announcements;
  private final ExportLines lines;
  private final OpenAnswers answers;
  private final Places places;

  ExportResource(
      ExportedCompanies companies,
      KnownPositions positions,
      CompanyAnnouncements announcements,
      ExportLines lines,
      OpenAnswers answers,
      ExportSettings settings) {
    this.companies = companies;
    this.positions = positions;
    this.announcements = announcements;
    this.lines = lines;
    this.answers = answers;
    this.places =
        new Places(
            answers,
            new AtomicInteger(),
            settings.mostAtOnce(),
            RETRY_AFTER,
            "As many exports run as there is room for; come back later.");
  }

  @GET
  @Produces(NDJSON)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Everything that was known at one time, a JSON object a line",
      description =
          "The first line has type export; then, company by company, lines of type company,"
              + " position (of all dates), stance and announcement (with its claims), each as its"
              + " own route shows it; the last line has type end and counts the lines before it.")
  @APIResponse(responseCode = "200", description = "An export")
  @APIResponse(
      responseCode = "400",
      description = "knownAt cannot be read, or is not final yet; problem+json")
  @APIResponse(responseCode = "429", description = "Enough exports are running; problem+json")
  public RestMulti<RawValue> export(
      @Parameter(description = "Instant, final; default the last that is") @QueryParam("knownAt")
          String knownAt,
      @Context RoutingContext call) {
    Instant asked = Parameters.knownAt(knownAt);
    // A time in that header may lie ahead, and is answered otherwise later.
    boolean fixed = asked != null && !call.request().headers().contains("Accept-Datetime");
    places.take(call);
    return RestMulti.fromUniResponse(
        companies.when(asked).invoke(ExportResource::requireFinal),
        this::export,
        known -> Map.of(HttpHeaders.CACHE_CONTROL, List.of(known.cacheControl(fixed))));
  }

  private static void requireFinal(KnownTime known) {
    if (!known.isFinal()) {
      throw Problems.invalid("knownAt", "is not final yet; leave it out for the last that is");
    }
  }

  private Multi<RawValue> export(KnownTime known) {
    AtomicLong written = new AtomicLong();
    Multi<String> all =
        Multi.createBy()
            .concatenating()
            .streams(
                Multi.createFrom().item(() -> lines.first(known)),
                companies
                    .at(known.knownAt())
                    .onItem()
                    .transformToUniAndConcatenate(company -> company(company, known.knownAt())),
                Multi.createFrom().item(() -> lines.last(written.get())))
            .invoke(chunk -> written.addAndGet(chunk.lines().count()));
    return answers.told("export", all).map(RawValue::new);
  }

  private Uni<String> company(String company, Instant knownAt) {
    Uni<CompanyAtTime> timeline = positions.ofAllDates(company, knownAt, Question.on(null));
    return timeline.flatMap(
        held -> announcements.at(company, knownAt).map(told -> lines.of(held, told)));
  }
}
