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
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the claims of one announcement say, counted so that one claim more or less costs the same
 * whatever their number; and which value of each field leads (folding rules 3 and 5).
 */
final class Facts {
  /** A kind as a claim says it, and whether it states an end. */
  record SaidKind(Kind kind, boolean ends) {}

  private static final Tally<?> NOTHING = new Tally<>();
  private static final Attribution[] ATTRIBUTIONS = Attribution.values();
  private static final Comparator<SaidKind> ANY = (one, other) -> 0;
  private static final Comparator<Target> BY_NAME = Comparator.comparing(Target::toString);

  /** What a claim says that others may say otherwise; null where it says nothing of it. */
  private enum Field {
    KIND(claim -> new SaidKind(claim.kind(), claim.until() != null)),
    UNTIL(ClaimEntry::until),
    EFFECTIVE_FROM(ClaimEntry::effectiveFrom),
    DAY(claim -> stated(claim, Precision.DAY)),
    MONTH(claim -> stated(claim, Precision.MONTH)),
    YEAR(claim -> stated(claim, Precision.YEAR)),
    WEEKDAY(claim -> claim.mention() == Mention.NEWS ? claim.announcedOn().weekday() : null),
    STANCE(ClaimEntry::stance),
    TARGET(ClaimEntry::target);

    private static final Field[] ALL = values();

    private final Function<ClaimEntry, ?> of;

    Field(Function<ClaimEntry, ?> of) {
      this.of = of;
    }

    private static LocalDate stated(ClaimEntry claim, Precision precision) {
      AnnouncedOn on = claim.announcedOn();
      return on.precision() == precision ? on.date() : null;
    }
  }

  /** By field; null until a claim says something of it. */
  private final Tally<?>[] tallies = new Tally<?>[Field.ALL.length];

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
    claims += by;
    companysOwn += claim.companysOwn() ? by : 0;
    count(publications, claim.publishedOn(), by);
    attributions[claim.attribution().ordinal()] += by;
    if (by > 0) {
      confidences.add(source, claim.confidence());
    } else {
      confidences.remove(source, claim.confidence());
    }
    boolean dated = !claim.isStated(Precision.UNKNOWN);
    // A call for each field, inlined, kept the JIT compiler's escape analysis busy for 16 s.
    for (Field field : Field.ALL) {
      Object value = field.of.apply(claim);
      if (value == null) {
        continue;
      }
      if (by > 0) {
        kept(field).add(value, claim, source, dated);
      } else {
        kept(field).remove(value, claim, source, dated);
      }
    }
  }

  private Tally<Object> kept(Field field) {
    if (tallies[field.ordinal()] == null) {
      tallies[field.ordinal()] = new Tally<>();
    }
    return said(field);
  }

  /** To be read alone. */
  @SuppressWarnings("unchecked")
  private <V> Tally<V> said(Field field) {
    Tally<?> tally = tallies[field.ordinal()];
    return (Tally<V>) (tally == null ? NOTHING : tally);
  }

  private static <K> void count(Map<K, Integer> counts, K key, int by) {
    if (key != null) {
      counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
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
    Tally<SaidKind> kinds = said(Field.KIND);
    if (!kinds.isDisputed()) {
      return readKind(kinds.leading(ANY), false);
    }
    boolean pauseEnds = kinds.anyMatch(said -> said.kind() == Kind.PAUSE && said.ends());
    return readKinds(kinds, pauseEnds).leading(Strictness.STRICTEST_FIRST);
  }

  /** The kinds on which claims disagree; beside any pause a bare "ban" is none. */
  Tally<Kind> kindSides() {
    Tally<SaidKind> kinds = said(Field.KIND);
    if (!kinds.isDisputed()) {
      return new Tally<>();
    }
    return readKinds(kinds, kinds.anyMatch(said -> said.kind() == Kind.PAUSE));
  }

  private static Tally<Kind> readKinds(Tally<SaidKind> kinds, boolean bareBanIsPause) {
    return kinds.readAs(said -> readKind(said, bareBanIsPause));
  }

  private static Kind readKind(SaidKind said, boolean bareBanIsPause) {
    boolean pause = said.kind() == Kind.BAN && (said.ends() || bareBanIsPause);
    return pause ? Kind.PAUSE : said.kind();
  }

  Until until() {
    return ends().leading();
  }

  Tally<Until> untilSides(LocalDate start) {
    return ends().sides(start);
  }

  /**
   * First day on which it no longer holds; null where no end can be computed.
   *
   * @param start null where there is none
   */
  LocalDate endAfter(LocalDate start) {
    return ends().endAfter(start);
  }

  private Ends ends() {
    return new Ends(said(Field.UNTIL));
  }

  /** {@code effectiveFrom}, else the best stated date, else the earliest publication. */
  AnnouncedOn start() {
    LocalDate day = day();
    if (day != null) {
      return AnnouncedOn.day(day);
    }
    LocalDate month = leadingDate(Field.MONTH);
    if (month != null) {
      return new AnnouncedOn(month, Precision.MONTH, null);
    }
    LocalDate year = leadingDate(Field.YEAR);
    if (year != null) {
      return new AnnouncedOn(year, Precision.YEAR, null);
    }
    return publications.isEmpty() ? AnnouncedOn.UNKNOWN : AnnouncedOn.day(publications.firstKey());
  }

  /** An unresolved weekday is the last such day on or before the earliest publication. */
  private LocalDate day() {
    LocalDate from = leadingDate(Field.EFFECTIVE_FROM);
    if (from != null) {
      return from;
    }
    LocalDate day = leadingDate(Field.DAY);
    if (day != null || publications.isEmpty()) {
      return day;
    }
    DayOfWeek weekday = this.<DayOfWeek>said(Field.WEEKDAY).leading(Comparator.naturalOrder());
    return weekday == null
        ? null
        : publications.firstKey().with(TemporalAdjusters.previousOrSame(weekday));
  }

  private LocalDate leadingDate(Field field) {
    return this.<LocalDate>said(field).leading(Comparator.naturalOrder());
  }

  Tally<LocalDate> effectiveFromSides() {
    return said(Field.EFFECTIVE_FROM);
  }

  /** Days on which claims disagree; a coarser date is no disagreement. */
  Tally<LocalDate> daySides() {
    return said(Field.DAY);
  }

  /** Null where none is stated. */
  Stance stance() {
    return this.<Stance>said(Field.STANCE).leading(Comparator.naturalOrder());
  }

  Tally<Stance> stanceSides() {
    return said(Field.STANCE);
  }

  /** Null where none is stated. */
  Target target() {
    return this.<Target>said(Field.TARGET).leading(BY_NAME);
  }
}
