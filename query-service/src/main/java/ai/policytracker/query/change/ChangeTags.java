package ai.policytracker.query.change;

import ai.policytracker.event.Audience;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a filter may ask of a change; the columns of change_log hold the same. Sets hold the values
 * of all positions that the change touches: those before, those after and the one whose date has
 * come.
 *
 * @param technology of a stance on a named act the one that its target names; null where none is
 * @param audience null for stances and changes of identity
 * @param jurisdictions also that of the claim that the change tells of
 * @param confidences also that of the claim
 */
public record ChangeTags(
    String company,
    Technology technology,
    Audience audience,
    ChangeType type,
    Set<String> jurisdictions,
    Set<Status> statuses,
    Set<Standing> standings,
    Set<Double> confidences) {

  public static ChangeTags of(Change change) {
    return new ChangeTags(
        change.company(),
        technologyOf(change),
        change.subject() == null ? null : change.subject().audience(),
        change.type(),
        set(Stream.concat(segments(change).map(Segment::jurisdiction), placesOfClaim(change))),
        set(segments(change).map(Segment::status)),
        set(segments(change).map(Segment::standing)),
        set(
            Stream.concat(
                segments(change).map(Segment::confidence),
                Stream.ofNullable(change.announced()).map(a -> a.claim().confidence()))));
  }

  /** Of a stance on a named act the technology that its target names; null where none is named. */
  public static Technology technologyOf(Change change) {
    if (change.subject() == null) {
      return null;
    }
    return Stream.concat(
            Stream.of(change.subject()).map(subject -> subject.technology()),
            segments(change).map(Segment::target).filter(Objects::nonNull).map(Target::technology))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Segment> segments(Change change) {
    return Stream.of(
            change.difference().after().stream(),
            change.difference().before().stream(),
            Stream.ofNullable(change.reached()))
        .flatMap(segments -> segments);
  }

  private static Stream<String> placesOfClaim(Change change) {
    return Stream.ofNullable(change.announced())
        .map(ClaimAnnounced::claim)
        .flatMap(
            claim ->
                Stream.concat(
                    Stream.ofNullable(claim.jurisdiction()),
                    Stream.ofNullable(claim.target()).map(Target::jurisdiction)));
  }

  private static <T> Set<T> set(Stream<T> values) {
    return values.filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
  }
}
