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
import java.util.regex.Pattern;

/** One claim for each company, kind, subject and announcement, in its most specific reading. */
final class Merging {
  private static final Set<Kind> STOPS = Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL);
  private static final Set<Activity> DEEDS = Set.of(Activity.PROVISION, Activity.INTERNAL_USE);

  /** "to two hours a day": a limit of its own. */
  private static final Pattern MEASURED =
      Pattern.compile("\\b(?:hours?|minutes?|messages|times|per cent|percent|a day|a week)\\b");

  private static final int SAME_ACT_DAYS = 3;
  private static final int MAX_EVIDENCE = 4;

  private Merging() {}

  static List<Draft> merged(List<Draft> drafts) {
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      if (Repeats.isOrphan(draft, drafts)
          || drafts.stream()
              .anyMatch(
                  other -> Repeats.repeats(draft, other) || Stances.isToldBetter(draft, other))) {
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
        && (isSameDeed(a, b) || a.kind != b.kind && a.sentence != b.sentence && !isOtherDeed(a, b))
        && (a.modality == b.modality)
        && (isWithin(a.jurisdiction, b.jurisdiction) || isWithin(b.jurisdiction, a.jurisdiction))
        && sameDay(a, b);
  }

  /** Whether what holds in the place or country is said of the part too; not said is anywhere. */
  private static boolean isWithin(String part, String whole) {
    return part == null || whole != null && (part.equals(whole) || part.startsWith(whole + "-"));
  }

  /** What users post and what the company offers are two things, where both are told in full. */
  private static boolean isOtherDeed(Draft a, Draft b) {
    return a.technologyStated
        && b.technologyStated
        && (a.activity == Activity.CONTENT || b.activity == Activity.CONTENT);
  }

  /** Whether it is sold or used, what is stopped "in our stores" is stopped once. */
  private static boolean isSameDeed(Draft a, Draft b) {
    return a.activity == b.activity || DEEDS.contains(a.activity) && DEEDS.contains(b.activity);
  }

  /** "Limiting access" beside a ban of the same is the ban in other words. */
  private static boolean isVaguer(Draft a, Draft b) {
    return a.kind == Kind.RESTRICTION
        && STOPS.contains(b.kind)
        && a.audience != Audience.GENERAL
        && a.until == null
        && !MEASURED.matcher(a.evidence.getFirst().quote()).find();
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

  static boolean sameDay(Draft a, Draft b) {
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
    if (isWithin(kept.jurisdiction, more.jurisdiction)) {
      kept.jurisdiction = more.jurisdiction;
    }
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
