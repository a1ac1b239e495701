package ai.policytracker.policy;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Until;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What holds on one subject, or as a stance on one target, over one interval of valid time.
 *
 * @param announcement the anchor claim id of the announcement that it rests on
 * @param status null for a stance, which has {@code stance} and {@code target} instead
 * @param validFrom first day, inclusive
 * @param validTo first day on which it no longer holds; null while it does
 * @param until the leading stated end, with the computed date where there is one; null where none
 * @param confidence 0 to 1 in steps of 0.01
 * @param contested fields on which the sources disagree
 */
public record Segment(
    String announcement,
    String jurisdiction,
    Lane lane,
    Status status,
    Kind kind,
    Stance stance,
    Target target,
    Attribution attribution,
    LocalDate validFrom,
    Precision validFromPrecision,
    LocalDate validTo,
    Until until,
    Standing standing,
    int sourceCount,
    double confidence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Contest> contested) {

  public Segment {
    contested = contested == null ? List.of() : List.copyOf(contested);
  }

  /** Adds the segment of an announcement, and what is left after its stated end. */
  static void add(Collection<Segment> segments, Announcement a, LocalDate nextStart) {
    LocalDate validTo = earlier(a.end(), nextStart);
    Segment held =
        new Segment(
            a.id(),
            a.jurisdiction(),
            Lane.of(a.kind()),
            a.stance() == null ? Status.of(a.kind()) : null,
            a.kind(),
            a.stance(),
            a.target(),
            a.attribution(),
            a.validFrom(),
            a.validFromPrecision(),
            validTo,
            stated(a),
            a.standing(),
            a.sourceCount(),
            a.confidence(),
            a.contested());
    segments.add(held);
    if (validTo != null && !validTo.equals(nextStart)) {
      segments.add(held.lapsed(nextStart));
    }
  }

  private static Until stated(Announcement a) {
    return a.until() == null || a.end() == null
        ? a.until()
        : new Until(a.end(), a.until().duration(), a.until().condition(), a.until().indefinite());
  }

  private Segment lapsed(LocalDate nextStart) {
    return with(Status.LAPSED, validTo, Precision.DAY, nextStart);
  }

  private Segment with(Status status, LocalDate from, Precision precision, LocalDate to) {
    return new Segment(
        announcement,
        jurisdiction,
        lane,
        status,
        kind,
        stance,
        target,
        attribution,
        from,
        precision,
        to,
        until,
        standing,
        sourceCount,
        confidence,
        contested);
  }

  /** The same but for how well it is supported and what disagrees with it. */
  @JsonIgnore
  boolean saysTheSameAs(Segment other) {
    return new Segment(
            other.announcement,
            jurisdiction,
            lane,
            status,
            kind,
            stance,
            other.target,
            other.attribution,
            validFrom,
            validFromPrecision,
            validTo,
            until,
            other.standing,
            other.sourceCount,
            other.confidence,
            other.contested)
        .equals(other);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
