package ai.policytracker.policy;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * One position: what holds on one subject over one interval of valid time.
 *
 * @param announcement the anchor claim id of the announcement that it rests on
 * @param validFrom first day, inclusive
 * @param validTo first day on which it no longer holds; null while it does
 * @param until the leading stated end, with the computed date where there is one; null where none
 * @param confidence 0 to 1 in steps of 0.01
 */
public record Segment(
    String announcement,
    String jurisdiction,
    Lane lane,
    Status status,
    Kind kind,
    LocalDate validFrom,
    Precision validFromPrecision,
    LocalDate validTo,
    Until until,
    Standing standing,
    int sourceCount,
    double confidence) {

  static Segment of(Announcement a, LocalDate nextStart) {
    LocalDate validTo = earlier(a.end(), nextStart);
    return new Segment(
        a.id(),
        a.jurisdiction(),
        a.family() == Family.COMMITMENT ? Lane.COMMITMENT : Lane.POLICY,
        Status.of(a.kind()),
        a.kind(),
        a.validFrom(),
        a.validFromPrecision(),
        validTo,
        stated(a),
        a.standing(),
        a.sourceCount(),
        a.confidence());
  }

  private static Until stated(Announcement a) {
    return a.until() == null || a.end() == null
        ? a.until()
        : new Until(a.end(), a.until().duration(), a.until().condition(), a.until().indefinite());
  }

  /** What is left after the stated end until something else begins. */
  Segment lapsed(LocalDate nextStart) {
    return new Segment(
        announcement,
        jurisdiction,
        lane,
        Status.LAPSED,
        kind,
        validTo,
        Precision.DAY,
        nextStart,
        until,
        standing,
        sourceCount,
        confidence);
  }

  /** The same but for how well it is supported. */
  @JsonIgnore
  boolean saysTheSameAs(Segment other) {
    return new Segment(
            other.announcement,
            jurisdiction,
            lane,
            status,
            kind,
            validFrom,
            validFromPrecision,
            validTo,
            until,
            other.standing,
            other.sourceCount,
            other.confidence)
        .equals(other);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
