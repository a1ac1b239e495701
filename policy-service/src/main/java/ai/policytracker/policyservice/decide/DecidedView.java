package ai.policytracker.policyservice.decide;

import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a command did.
 *
 * @param eventId of the decision in the event store
 * @param recordedAt from this known time on it counts
 * @param changes what it moved; the feed tells them in full
 */
public record DecidedView(String eventId, Instant recordedAt, List<Told> changes) {

  /** A change in short. */
  public record Told(
      String changeId,
      String company,
      long version,
      ChangeType type,
      @Nullable Subject subject,
      @Nullable LocalDate validFrom) {
    static Told of(Change change) {
      return new Told(
          change.changeId(),
          change.company(),
          change.version(),
          change.type(),
          change.subject(),
          change.validFrom());
    }
  }

  static RestResponse<DecidedView> answer(Decisions.Decided decided) {
    return RestResponse.ResponseBuilder.ok(
            new DecidedView(
                decided.eventId(),
                decided.recordedAt(),
                decided.changes().stream().map(Told::of).toList()))
        .header("ETag", decided.revision().tag())
        .build();
  }
}
