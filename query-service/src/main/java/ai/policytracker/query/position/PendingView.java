package ai.policytracker.query.position;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.policy.Coverage.Match;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An announcement that moves no position and no stance (yet).
 *
 * @param subject null for stances, which have {@code target} and {@code stance} instead
 * @param match how its subject fits what was asked
 */
public record PendingView(
    String announcement,
    @Nullable SubjectView subject,
    @Nullable TargetView target,
    @Nullable Stance stance,
    Kind kind,
    Reason reason,
    Match match,
    List<SourceView> sources) {

  /** Why it moves none. */
  public enum Reason {
    /** Decided, but nothing dates it. */
    @JsonProperty("undated")
    UNDATED,
    /** Planned or considered. */
    @JsonProperty("planned")
    PLANNED,
    /** The company denies it. */
    @JsonProperty("denied")
    DENIED,
    /** A review found it wrong. */
    @JsonProperty("rejected")
    REJECTED
  }
}
