package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import java.util.Objects;

/** Which sides on laws are the same one, told twice in an article. */
final class Stances {
  private Stances() {}

  /** One company's same side on what may be the same law. */
  static boolean isSame(Draft a, Draft b) {
    return a.company.equals(b.company)
        && a.stance == b.stance
        && a.modality == b.modality
        && isSameLaw(a, b);
  }

  /**
   * "We support a law", of the company that asks for another one: not two sides, but the second.
   */
  static boolean isToldBetter(Draft draft, Draft other) {
    boolean sides =
        draft.kind == Kind.LOBBYING_STANCE
            && other.kind == Kind.LOBBYING_STANCE
            && draft.company.equals(other.company)
            && draft.stance != other.stance;
    return sides
        && (draft.stance == Stance.SUPPORTS && other.stance == Stance.SEEKS_CHANGES
            || isAfterthought(draft, other))
        && isSameDay(draft, other)
        && isSameLaw(draft, other);
  }

  /** Nobody is for and against one law a few sentences apart. */
  private static boolean isAfterthought(Draft draft, Draft other) {
    boolean same = draft.target.equals(other.target);
    return (same || isVague(draft.target) && !isVague(other.target))
        && (other.sentence < draft.sentence
            || same && other.sentence == draft.sentence && other.strength > draft.strength)
        && draft.sentence - other.sentence <= 3;
  }

  private static boolean isSameDay(Draft draft, Draft other) {
    return draft.announcedOn.equals(AnnouncedOn.UNKNOWN)
        || draft.announcedOn.equals(other.announcedOn)
        || draft.sentence == other.sentence;
  }

  private static boolean isSameLaw(Draft a, Draft b) {
    if (Objects.equals(a.target, b.target)) {
      return true;
    }
    boolean named =
        !isVague(a.target) && !isVague(b.target) && !a.target.name().equals(b.target.name());
    if (named && !(a.sentence == b.sentence && isCode(a.target) != isCode(b.target))) {
      return false;
    }
    String place = a.target.jurisdiction();
    String other = b.target.jurisdiction();
    boolean places = place == null || other == null || place.equals(other);
    boolean types =
        a.target.type() == b.target.type()
            || a.target.type() != TargetType.BAN && b.target.type() != TargetType.BAN;
    return places && types;
  }

  private static boolean isVague(Target target) {
    return target.name() == null || isCode(target);
  }

  private static boolean isCode(Target target) {
    return target.name() != null && target.name().endsWith("code of practice");
  }
}
