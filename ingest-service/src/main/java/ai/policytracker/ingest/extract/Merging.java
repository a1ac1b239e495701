package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One claim for each company, kind, subject and announcement, in its most specific reading. */
final class Merging {
  private static final Set<Kind> STOPS = Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL);
  private static final Set<Activity> OWN_WORK =
      Set.of(Activity.DEVELOPMENT, Activity.TRAINING, Activity.INVESTMENT);
  private static final int SAME_ACT_DAYS = 3;
  private static final int MAX_EVIDENCE = 4;

  private Merging() {}

  static List<Draft> merged(List<Draft> drafts) {
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      boolean again =
          drafts.stream()
              .anyMatch(
                  o ->
                      isRecap(draft, o)
                          || isRestated(draft, o)
                          || isOpen(draft, o)
                          || Stances.isToldBetter(draft, o));
      if (again) {
        continue;
      }
      Draft same = kept.stream().filter(other -> isSame(other, draft)).findFirst().orElse(null);
      if (same == null) {
        kept.add(draft);
      } else {
        absorb(same, draft);
      }
    }
    kept.sort(Comparator.comparingInt(draft -> draft.evidence.getFirst().start()));
    return kept;
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
        && draft.company.equals(other.company)
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
        && draft != other
        && other.technologyStated
        && STOPS.contains(draft.kind)
        && STOPS.contains(other.kind)
        && draft.company.equals(other.company)
        && draft.technology == other.technology
        && draft.activity != other.activity
        && (draft.sentence == other.sentence || !OWN_WORK.contains(draft.activity))
        && draft.modality == other.modality
        && sameDay(other, draft);
  }

  private static boolean isLater(Draft a, Draft b) {
    return a.evidence.getFirst().start() > b.evidence.getFirst().start();
  }

  /** "Users can upload again": what a return that the article reports lets people do. */
  private static boolean isOpen(Draft draft, Draft other) {
    return draft.kind == Kind.PERMISSION
        && other.kind == Kind.RESUMPTION
        && draft.company.equals(other.company)
        && draft.technology == other.technology
        && draft.audience == other.audience
        && Math.abs(draft.sentence - other.sentence) <= 2
        && (draft.jurisdiction == null || draft.jurisdiction.equals(other.jurisdiction));
  }

  private static boolean isSame(Draft a, Draft b) {
    if (a.kind == Kind.LOBBYING_STANCE && b.kind == Kind.LOBBYING_STANCE) {
      return Stances.isSame(a, b) && sameDay(a, b);
    }
    boolean kinds =
        a.kind == b.kind
            || (STOPS.contains(a.kind) && STOPS.contains(b.kind))
            || isVaguer(a, b)
            || isVaguer(b, a);
    return kinds
        && a.company.equals(b.company)
        && a.technology == b.technology
        && a.audience == b.audience
        && (a.activity == b.activity || a.kind != b.kind && a.sentence != b.sentence)
        && (a.modality == b.modality)
        && (a.jurisdiction == null
            || b.jurisdiction == null
            || a.jurisdiction.equals(b.jurisdiction))
        && sameDay(a, b);
  }

  /** "Limiting access" beside a ban of the same is the ban in other words. */
  private static boolean isVaguer(Draft a, Draft b) {
    return a.kind == Kind.RESTRICTION
        && STOPS.contains(b.kind)
        && a.audience != Audience.GENERAL
        && a.until == null;
  }

  /** What the lead reports without a date is not what the article recalls with one. */
  private static boolean isRecalled(Draft lead, Draft other) {
    return lead.sentence <= 1
        && lead.mention == Mention.NEWS
        && lead.until == null
        && other.sentence != lead.sentence
        && other.until != null
        && other.mention == Mention.BACKGROUND;
  }

  private static boolean sameDay(Draft a, Draft b) {
    if (isRecalled(a, b) || isRecalled(b, a)) {
      return false;
    }
    if (a.announcedOn.precision() == Precision.UNKNOWN
        || b.announcedOn.precision() == Precision.UNKNOWN) {
      return true;
    }
    if (a.announcedOn.precision() != Precision.DAY || b.announcedOn.precision() != Precision.DAY) {
      return a.announcedOn.date().getYear() == b.announcedOn.date().getYear();
    }
    long days = Math.abs(a.announcedOn.date().toEpochDay() - b.announcedOn.date().toEpochDay());
    return days <= SAME_ACT_DAYS;
  }

  private static void absorb(Draft kept, Draft more) {
    if (rank(more.until) > rank(kept.until)) {
      kept.until = more.until;
    }
    if (kept.kind == Kind.RESTRICTION && STOPS.contains(more.kind)) {
      kept.kind = more.kind;
      kept.evidence.clear();
    }
    if (kept.until != null && STOPS.contains(kept.kind)) {
      kept.kind = Kind.PAUSE;
    } else if (more.kind == Kind.PAUSE) {
      kept.kind = Kind.PAUSE;
    }
    if (kept.announcedOn.precision().compareTo(more.announcedOn.precision()) > 0
        || (kept.announcedOn.date() == null && kept.announcedOn.weekday() == null)) {
      kept.announcedOn = more.announcedOn;
      kept.mention = more.mention;
    }
    kept.jurisdiction = kept.jurisdiction == null ? more.jurisdiction : kept.jurisdiction;
    kept.effectiveFrom = kept.effectiveFrom == null ? more.effectiveFrom : kept.effectiveFrom;
    kept.strength =
        Math.max(kept.strength, more.strength) + (more.sentence == kept.sentence ? 0 : 0.02);
    if (kept.evidence.size() < MAX_EVIDENCE && !kept.evidence.contains(more.evidence.getFirst())) {
      kept.evidence.add(more.evidence.getFirst());
    }
  }

  private static int rank(Until until) {
    if (until == null) {
      return 0;
    }
    if (until.date() != null || until.duration() != null) {
      return 3;
    }
    return until.condition() != null ? 2 : 1;
  }
}
