package ai.policytracker.query.position;

import ai.policytracker.policy.Segment;
import ai.policytracker.query.position.FoundParts.Placed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * All that was known of a company at any time up to a final one. What was known then never changes,
 * and so this does not: later changes are in a later history.
 *
 * @param epoch of the feed whose seqs go with it
 * @param from when something was told of the company for the first time
 * @param upTo the last known time that it answers for
 * @param unplaced claims of announcements while these were on no segment
 * @param bytes of memory, about
 */
record KnownHistory(
    UUID epoch,
    Instant from,
    Instant upTo,
    Versions positions,
    Versions stances,
    ToldClaims told,
    List<Unplaced> unplaced,
    int bytes) {

  /** Known times in microseconds. */
  record Unplaced(Member member, long knownFrom, long knownTo) {
    boolean isAskedFor(long known, String technology) {
      SubjectRow subject = member.subject();
      return knownFrom <= known
          && known < knownTo
          && (technology == null || subject.isOfStance() || subject.isOn(technology));
    }
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** What the database would find for a date, in the same order. */
  FoundParts at(PointInTime point) {
    long known = micros(point.knownAt());
    String technology = point.technology();
    List<Placed> inForce = new ArrayList<>();
    positions.inForce(
        known,
        point.asOf(),
        i -> {
          if (technology == null || positions.subject(i).isOn(technology)) {
            inForce.add(placed(positions, i, known));
          }
        });
    List<Placed> sides = new ArrayList<>();
    stances.inForce(known, point.asOf(), i -> sides.add(placed(stances, i, known)));
    List<Member> members =
        unplaced.stream()
            .filter(u -> u.isAskedFor(known, technology))
            .map(Unplaced::member)
            .toList();
    return new FoundParts(inForce, sides, members, starts(members, known));
  }

  /** Positions alone, told of no claims. */
  void inForce(Instant knownAt, LocalDate asOf, BiConsumer<SubjectRow, Segment> found) {
    positions.inForce(
        micros(knownAt), asOf, i -> found.accept(positions.subject(i), positions.segment(i)));
  }

  private Placed placed(Versions versions, int place, long known) {
    return new Placed(
        versions.subject(place),
        versions.segment(place),
        told.contents(versions.segment(place).announcement(), known));
  }

  /** Of all positions on the subjects of these. */
  private List<Start> starts(List<Member> members, long known) {
    if (members.isEmpty()) {
      return List.of();
    }
    Set<SubjectRow> subjects = new HashSet<>();
    members.forEach(member -> subjects.add(member.subject().withoutTarget()));
    List<Start> starts = new ArrayList<>();
    positions.knownAt(
        known,
        i -> {
          if (subjects.contains(positions.subject(i))) {
            starts.add(Start.of(positions.subject(i), positions.segment(i)));
          }
        });
    return starts;
  }
}
