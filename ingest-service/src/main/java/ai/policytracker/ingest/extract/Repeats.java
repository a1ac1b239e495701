package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import java.util.List;
import java.util.Set;

/**
 * Which drafts only tell again, in other or fewer words, what another draft of the article tells.
 */
final class Repeats {
  private static final Set<Kind> STOPS = Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL);
  private static final Set<Activity> OWN_WORK =
      Set.of(Activity.DEVELOPMENT, Activity.TRAINING, Activity.INVESTMENT);

  private Repeats() {}

  static boolean repeats(Draft draft, Draft other) {
    return draft != other
        && draft.company.equals(other.company)
        && (isRecap(draft, other)
            || isRestated(draft, other)
            || isOpen(draft, other)
            || isReferred(draft, other)
            || isPart(draft, other)
            || isEnd(draft, other)
            || isAlsoSaid(draft, other));
  }

  /** "The ban is in force", of which nothing was read before: whose and what it is, is a guess. */
  static boolean isOrphan(Draft draft, List<Draft> drafts) {
    return draft.referring
        && !draft.owned
        && drafts.stream()
            .noneMatch(o -> o.company.equals(draft.company) && o.sentence < draft.sentence);
  }

  /** "The ban takes effect in May": of the limit that was told before. */
  private static boolean isReferred(Draft draft, Draft other) {
    boolean limit = STOPS.contains(other.kind) || other.kind == Kind.RESTRICTION;
    return draft.referring && !other.referring && limit && other.sentence < draft.sentence;
  }

  /** "It will return with an update": when the pause ends that the article reports. */
  private static boolean isEnd(Draft draft, Draft other) {
    return draft.kind == Kind.RESUMPTION
        && draft.ahead
        && other.kind == Kind.PAUSE
        && other.mention == Mention.NEWS
        && other.sentence < draft.sentence
        && other.technology == draft.technology;
  }

  /** "has reversed its ban and will let staff use it": one return in one sentence. */
  private static boolean isAlsoSaid(Draft draft, Draft other) {
    return draft.kind == Kind.RESUMPTION
        && other.kind == Kind.RESUMPTION
        && draft.sentence == other.sentence
        && draft.audience == Audience.GENERAL
        && other.audience != Audience.GENERAL
        && !draft.technologyStated
        && other.technologyStated;
  }

  /** "They will publish progress reports": a part of the pledge that was signed. */
  private static boolean isPart(Draft draft, Draft other) {
    return draft.kind == Kind.COMMITMENT
        && other.kind == Kind.COMMITMENT
        && other.activity == Activity.DEVELOPMENT
        && draft.activity != Activity.DEVELOPMENT
        && (!draft.technologyStated || draft.technology == other.technology)
        && other.sentence < draft.sentence
        && other.modality == draft.modality;
  }

  /** "All three decided to pause sales": the same again, without saying for whom or how long. */
  private static boolean isRecap(Draft draft, Draft other) {
    boolean bare =
        draft.audience == Audience.GENERAL
            && draft.until == null
            && draft.announcedOn.date() == null;
    return bare
        && STOPS.contains(draft.kind)
        && STOPS.contains(other.kind)
        && draft.sentence > other.sentence
        && draft.technology == other.technology
        && draft.activity == other.activity
        && other.audience != Audience.GENERAL;
  }

  /** "We have decided to end it": what was told before, without its matter. */
  private static boolean isRestated(Draft draft, Draft other) {
    boolean bare =
        !draft.technologyStated
            && draft.until == null
            && (draft.jurisdiction == null || draft.jurisdiction.equals(other.jurisdiction));
    boolean whom =
        draft.audience == other.audience
            || draft.audience == Audience.EMPLOYEES && other.audience == Audience.GENERAL;
    boolean before =
        other.sentence < draft.sentence
            || other.sentence == draft.sentence && !isLater(other, draft);
    return bare
        && whom
        && before
        && other.technologyStated
        && STOPS.contains(draft.kind)
        && STOPS.contains(other.kind)
        && draft.technology == other.technology
        && draft.activity != other.activity
        && (draft.sentence == other.sentence || !OWN_WORK.contains(draft.activity))
        && draft.modality == other.modality
        && Merging.sameDay(other, draft);
  }

  private static boolean isLater(Draft a, Draft b) {
    return a.evidence.getFirst().start() > b.evidence.getFirst().start();
  }

  /** "Users can upload again": what a return that the article reports lets people do. */
  private static boolean isOpen(Draft draft, Draft other) {
    return draft.kind == Kind.PERMISSION
        && other.kind == Kind.RESUMPTION
        && draft.technology == other.technology
        && draft.audience == other.audience
        && Math.abs(draft.sentence - other.sentence) <= 2
        && (draft.jurisdiction == null || draft.jurisdiction.equals(other.jurisdiction));
  }
}
