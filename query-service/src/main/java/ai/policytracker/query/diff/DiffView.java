package ai.policytracker.query.diff;

import ai.policytracker.event.Kind;
import ai.policytracker.query.position.CompanyAtTime;
import ai.policytracker.query.position.PositionView;
import ai.policytracker.query.position.StanceView;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is different on the later side. A position that gave way to another one of its subject has
 * changed; commitments, which stand side by side, begin and end.
 *
 * @param knownAt the later one of the two sides
 * @param seq of the later side
 */
public record DiffView(
    String company,
    SideView from,
    SideView to,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq,
    Differences<PositionView> positions,
    Differences<StanceView> stances) {

  /** What a side rests on. */
  public record SideView(
      LocalDate asOf, Instant knownAt, @JsonProperty("final") boolean isFinal, long seq) {

    static SideView of(CompanyAtTime found, LocalDate asOf) {
      return new SideView(
          asOf, found.known().knownAt(), found.known().isFinal(), found.known().seq());
    }
  }

  static DiffView of(CompanyAtTime before, LocalDate from, CompanyAtTime after, LocalDate to) {
    return new DiffView(
        after.company(),
        SideView.of(before, from),
        SideView.of(after, to),
        after.known().knownAt(),
        before.known().isFinal() && after.known().isFinal(),
        after.known().seq(),
        Differences.between(before.positions(), after.positions(), DiffView::key),
        Differences.between(before.stances(), after.stances(), StanceView::target));
  }

  /** What one of a subject takes the place of another one by. */
  private static List<Object> key(PositionView position) {
    boolean alone = position.kind() != Kind.COMMITMENT;
    return List.of(position.subject(), alone ? "" : position.announcement());
  }
}
