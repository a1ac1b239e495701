package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The act in the world that the member claims are about, as they tell it together.
 *
 * @param id the anchor: the member with the smallest (date, claim id)
 * @param stance only for {@link Kind#LOBBYING_STANCE}, as is {@code target}
 * @param validFrom null where nothing dates it: listed as undated, moves no position
 * @param inEffect decided, dated and not rejected: it has its place on the timeline
 */
record Announcement(
    String id,
    String jurisdiction,
    Kind kind,
    Stance stance,
    Target target,
    Attribution attribution,
    LocalDate validFrom,
    Precision validFromPrecision,
    Until until,
    LocalDate end,
    Standing standing,
    int sourceCount,
    double confidence,
    List<Contest> contested,
    boolean inEffect) {

  /**
   * @param facts of the decided members, else of all
   * @param decided whether there are decided members
   * @param run the date on which a stance begins; null for everything else
   */
  static Announcement of(
      String anchor,
      String jurisdiction,
      Facts facts,
      Standing standing,
      boolean decided,
      AnnouncedOn run) {
    AnnouncedOn start = run != null ? run : facts.start();
    return new Announcement(
        anchor,
        jurisdiction,
        facts.kind(),
        facts.stance(),
        facts.target(),
        facts.attribution(),
        start.date(),
        start.precision(),
        run != null ? null : facts.until(),
        run != null ? null : facts.endAfter(start.date()),
        standing,
        decided ? facts.sourceCount() : 0,
        facts.confidence(),
        run != null ? sides(facts) : contests(facts, start.date()),
        decided && start.date() != null && standing != Standing.REJECTED);
  }

  private static List<Contest> sides(Facts facts) {
    List<Contest> contests = new ArrayList<>(0);
    contest(contests, "stance", facts.stanceSides(), Comparator.naturalOrder(), Stance::name);
    return contests;
  }

  private static List<Contest> contests(Facts facts, LocalDate start) {
    List<Contest> contests = new ArrayList<>(0);
    contest(
        contests, "announcedOn", facts.daySides(), Comparator.naturalOrder(), LocalDate::toString);
    contest(
        contests,
        "effectiveFrom",
        facts.effectiveFromSides(),
        Comparator.naturalOrder(),
        LocalDate::toString);
    contest(contests, "kind", facts.kindSides(), Strictness.STRICTEST_FIRST, Kind::name);
    untilContest(contests, facts, start);
    return contests;
  }

  /** The end that leads, by a rule of its own, comes first. */
  private static void untilContest(List<Contest> contests, Facts facts, LocalDate start) {
    Tally<Until> sides = facts.untilSides(start);
    if (!sides.isDisputed()) {
      return;
    }
    Until leading = facts.until();
    List<Contest.Side> inOrder = new ArrayList<>();
    for (Tally.Side<Until> side : sides.disagreement(Comparator.comparing(Until::toString))) {
      int at = side.value().equals(leading) ? 0 : inOrder.size();
      inOrder.add(at, side(null, side.value(), side));
    }
    contests.add(new Contest("until", inOrder));
  }

  private static <V> void contest(
      List<Contest> contests,
      String field,
      Tally<V> sides,
      Comparator<? super V> order,
      Function<V, String> text) {
    if (sides.isDisputed()) {
      contests.add(
          new Contest(
              field,
              sides.disagreement(order).stream()
                  .map(side -> side(text.apply(side.value()), null, side))
                  .toList()));
    }
  }

  private static Contest.Side side(String value, Until until, Tally.Side<?> side) {
    return new Contest.Side(
        value, until, side.sourceCount(), side.representatives(Contest.MAX_CLAIMS));
  }
}
