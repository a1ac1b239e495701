package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the claims of one announcement say, counted so that one claim more or less costs the same
 * whatever their number; and which value of each field leads (folding rules 3 and 5).
 */
final class Facts {
  /** A kind as a claim says it, and whether it states an end. */
  record SaidKind(Kind kind, boolean ends) {}

  private static final Attribution[] ATTRIBUTIONS = Attribution.values();
  private static final Comparator<SaidKind> ANY = (one, other) -> 0;
  private static final Comparator<Target> BY_NAME = Comparator.comparing(Target::toString);

  private final Tally<SaidKind> kinds = new Tally<>();
  private final Ends untils = new Ends();
  private final Tally<LocalDate> effectiveFroms = new Tally<>();
  private final Tally<LocalDate> days = new Tally<>();
  private final Tally<LocalDate> months = new Tally<>();
  private final Tally<LocalDate> years = new Tally<>();
  private final Tally<DayOfWeek> weekdays = new Tally<>();
  private final Tally<Stance> stances = new Tally<>();
  private final Tally<Target> targets = new Tally<>();
  private final TreeMap<LocalDate, Integer> publications = new TreeMap<>();
  private final int[] attributions = new int[ATTRIBUTIONS.length];
  private final BySource<Double> confidences = new BySource<>();
  private int claims;
  private int companysOwn;

  void add(ClaimEntry claim, String source) {
    count(claim, Objects.requireNonNullElse(source, ""), 1);
  }

  void remove(ClaimEntry claim, String source) {
    count(claim, Objects.requireNonNullElse(source, ""), -1);
  }

  private void count(ClaimEntry claim, String source, int by) {
    AnnouncedOn on = claim.announcedOn();
    claims += by;
    companysOwn += claim.companysOwn() ? by : 0;
    count(publications, claim.publishedOn(), by);
    attributions[claim.attribution().ordinal()] += by;
    if (by > 0) {
      confidences.add(source, claim.confidence());
    } else {
      confidences.remove(source, claim.confidence());
    }
    vote(kinds, new SaidKind(claim.kind(), claim.until() != null), claim, source, by);
    vote(untils.said(), claim.until(), claim, source, by);
    vote(effectiveFroms, claim.effectiveFrom(), claim, source, by);
    switch (on.precision()) {
      case DAY -> vote(days, on.date(), claim, source, by);
      case MONTH -> vote(months, on.date(), claim, source, by);
      case YEAR -> vote(years, on.date(), claim, source, by);
      case UNKNOWN -> {}
    }
    vote(weekdays, claim.mention() == Mention.NEWS ? on.weekday() : null, claim, source, by);
    vote(stances, claim.stance(), claim, source, by);
    vote(targets, claim.target(), claim, source, by);
  }

  private static <K> void count(Map<K, Integer> counts, K key, int by) {
    if (key != null) {
      counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  private static <V> void vote(Tally<V> tally, V value, ClaimEntry claim, String source, int by) {
    if (value == null) {
      return;
    }
    boolean dated = !claim.isStated(Precision.UNKNOWN);
    if (by > 0) {
      tally.add(value, claim, source, dated);
    } else {
      tally.remove(value, claim, source, dated);
    }
  }

  boolean isEmpty() {
    return claims == 0;
  }

  boolean byTheCompany() {
    return companysOwn > 0;
  }

  int sourceCount() {
    return confidences.sourceCount();
  }

  /** Chance that at least one independent source is right, each as sure as its surest claim. */
  double confidence() {
    double[] allWrong = {1};
    confidences.lastOfEach(
        surest -> {
          allWrong[0] *= 1 - surest;
          return allWrong[0] >= 0.005;
        });
    return Math.min(0.99, Math.round((1 - allWrong[0]) * 100) / 100.0);
  }

  /** The company's own word where there is one, else the outlet's, else somebody else's. */
  Attribution attribution() {
    for (Attribution attribution : ATTRIBUTIONS) {
      if (attributions[attribution.ordinal()] > 0) {
        return attribution;
      }
    }
    throw new IllegalStateException("no claims");
  }

  /**
   * A bare "ban" beside a pause with an end is the same act told shorter, so it counts for both.
   */
  Kind kind() {
    if (!kinds.isDisputed()) {
      return readKind(kinds.leading(ANY).orElseThrow(), false);
    }
    boolean pauseEnds = kinds.anyMatch(said -> said.kind() == Kind.PAUSE && said.ends());
    return readKinds(pauseEnds).leading(Strictness.STRICTEST_FIRST).orElseThrow();
  }

  /** The kinds on which claims disagree; beside any pause a bare "ban" is none. */
  Tally<Kind> kindSides() {
    if (!kinds.isDisputed()) {
      return new Tally<>();
    }
    return readKinds(kinds.anyMatch(said -> said.kind() == Kind.PAUSE));
  }

  private Tally<Kind> readKinds(boolean bareBanIsPause) {
    return kinds.readAs(said -> readKind(said, bareBanIsPause));
  }

  private static Kind readKind(SaidKind said, boolean bareBanIsPause) {
    boolean pause = said.kind() == Kind.BAN && (said.ends() || bareBanIsPause);
    return pause ? Kind.PAUSE : said.kind();
  }

  Until until() {
    return untils.leading();
  }

  Tally<Until> untilSides(LocalDate start) {
    return untils.sides(start);
  }

  /** First day on which it no longer holds; null where no end can be computed. */
  LocalDate end() {
    return untils.endAfter(start().date());
  }

  /** {@code effectiveFrom}, else the best stated date, else the earliest publication. */
  AnnouncedOn start() {
    return effectiveFroms
        .leading(Comparator.naturalOrder())
        .or(() -> days.leading(Comparator.naturalOrder()))
        .or(this::weekdayBeforePublication)
        .map(AnnouncedOn::day)
        .or(() -> stated(months, Precision.MONTH))
        .or(() -> stated(years, Precision.YEAR))
        .or(() -> earliestPublication().map(AnnouncedOn::day))
        .orElse(AnnouncedOn.UNKNOWN);
  }

  Tally<LocalDate> effectiveFromSides() {
    return effectiveFroms;
  }

  /** Days on which claims disagree; a coarser date is no disagreement. */
  Tally<LocalDate> daySides() {
    return days;
  }

  private static Optional<AnnouncedOn> stated(Tally<LocalDate> dates, Precision precision) {
    return dates
        .leading(Comparator.naturalOrder())
        .map(date -> new AnnouncedOn(date, precision, null));
  }

  private Optional<LocalDate> earliestPublication() {
    return publications.isEmpty() ? Optional.empty() : Optional.of(publications.firstKey());
  }

  /** An unresolved weekday is the last such day on or before the earliest publication. */
  private Optional<LocalDate> weekdayBeforePublication() {
    return earliestPublication()
        .flatMap(
            published ->
                weekdays
                    .leading(Comparator.naturalOrder())
                    .map(day -> published.with(TemporalAdjusters.previousOrSame(day))));
  }

  Optional<Stance> stance() {
    return stances.leading(Comparator.naturalOrder());
  }

  Tally<Stance> stanceSides() {
    return stances;
  }

  Optional<Target> target() {
    return targets.leading(BY_NAME);
  }
}
