package ai.policytracker.query.request;

import ai.policytracker.event.Claim;
import ai.policytracker.query.feed.FeedSettings;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.shell.KnownParametersOnly;
import ai.policytracker.shell.ProblemTypes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Every read takes {@code minSeq}, and one about a company {@code minVersion}: it waits until the
 * read model has come so far, for callers who want to see what they wrote.
 */
public class ReadYourWrites {
  public static final String MIN_SEQ = "minSeq";
  public static final String MIN_VERSION = "minVersion";

  private static final String COMPANY = "company";
  private static final int PRECONDITION_FAILED = 412;

  private final FeedTail tail;
  private final FeedSettings settings;

  ReadYourWrites(FeedTail tail, FeedSettings settings) {
    this.tail = tail;
    this.settings = settings;
  }

  /** What a route takes of the two. */
  @Singleton
  static class Taken implements KnownParametersOnly.MoreParameters {
    @Override
    public List<String> of(Method route) {
      if (!route.isAnnotationPresent(GET.class)) {
        return List.of();
      }
      boolean isAboutCompany =
          Arrays.stream(route.getParameters())
              .map(p -> p.getAnnotation(PathParam.class))
              .anyMatch(p -> p != null && p.value().equals(COMPANY));
      return isAboutCompany ? List.of(MIN_SEQ, MIN_VERSION) : List.of(MIN_SEQ);
    }
  }

  /** After {@link KnownParametersOnly}, which refuses what the route does not take. */
  @ServerRequestFilter(priority = KnownParametersOnly.PRIORITY + 1)
  public Uni<Response> waitFor(ContainerRequestContext request) {
    var given = request.getUriInfo().getQueryParameters();
    String seq = given.getFirst(MIN_SEQ);
    String version = given.getFirst(MIN_VERSION);
    if (seq == null && version == null) {
      return null;
    }
    Uni<Void> reached = Uni.createFrom().voidItem();
    if (seq != null) {
      reached = tail.reached(Parameters.wholeNumber(MIN_SEQ, seq));
    }
    if (version != null) {
      long number = Parameters.wholeNumber(MIN_VERSION, version);
      String company = request.getUriInfo().getPathParameters().getFirst(COMPANY);
      // What is no company is answered 404, at once.
      reached =
          Claim.isCompanyId(company) ? reached.chain(() -> tail.reached(company, number)) : reached;
    }
    return reached
        .ifNoItem()
        .after(settings.longestWait())
        .recoverWithUni(() -> Uni.createFrom().failure(notYet()))
        .replaceWith((Response) null);
  }

  private HttpProblem notYet() {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("not-yet-known"))
        .withStatus(PRECONDITION_FAILED)
        .withTitle("Not yet known")
        .withDetail(
            "The read model did not come to that minVersion or minSeq within %d ms; it is at seq %d."
                .formatted(settings.longestWait().toMillis(), tail.head().seq()))
        .withHeader("Retry-After", "1")
        .build();
  }
}
