package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which value of each field leads among the claims of one announcement (folding rules 3 and 5). */
final class Lead {
  private final List<ClaimEntry> claims;
  private final Sources sources;
  private final LocalDate earliestPublication;
  private final AnnouncedOn start;

  Lead(List<ClaimEntry> claims, Sources sources) {
    this.claims = claims;
    this.sources = sources;
    this.earliestPublication =
        claims.stream()
            .map(ClaimEntry::publishedOn)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    this.start = start();
  }

  LocalDate validFrom() {
    return start.date();
  }

  Precision validFromPrecision() {
    return start.precision();
  }

  /**
   * A bare "ban" beside a pause with an end is the same act told shorter, so it counts for both.
   */
  Kind kind() {
    boolean ends = until() != null;
    boolean pauseWithEnd =
        claims.stream().anyMatch(c -> c.kind() == Kind.PAUSE && c.until() != null);
    Function<ClaimEntry, Kind> reading =
        c ->
            c.kind() == Kind.BAN && (c.until() != null || (ends && pauseWithEnd))
                ? Kind.PAUSE
                : c.kind();
    return leading(c -> true, reading, Strictness.STRICTEST_FIRST).orElseThrow();
  }

  /**
   * A computed end comes before a condition, that before "until further notice", that before none.
   */
  Until until() {
    Comparator<Until> smallest = Comparator.comparing(Until::toString);
    for (Predicate<Until> form :
        List.<Predicate<Until>>of(
            u -> u.date() != null || u.duration() != null,
            u -> u.condition() != null,
            Until::indefinite)) {
      Optional<Until> until =
          leading(c -> c.until() != null && form.test(c.until()), ClaimEntry::until, smallest);
      if (until.isPresent()) {
        return until.get();
      }
    }
    return null;
  }

  /** First day on which it no longer holds; null where no end can be computed. */
  LocalDate end() {
    Until until = until();
    if (until == null || start.date() == null) {
      return null;
    }
    LocalDate end =
        until.date() != null
            ? until.date()
            : until.duration() != null ? start.date().plus(until.duration()) : null;
    return end != null && end.isAfter(start.date()) ? end : null;
  }

  private AnnouncedOn start() {
    Optional<LocalDate> effective =
        leading(c -> c.effectiveFrom() != null, ClaimEntry::effectiveFrom, LocalDate::compareTo);
    if (effective.isPresent()) {
      return AnnouncedOn.day(effective.get());
    }
    return statedDay()
        .map(AnnouncedOn::day)
        .or(() -> stated(Precision.MONTH))
        .or(() -> stated(Precision.YEAR))
        .or(() -> Optional.ofNullable(earliestPublication).map(AnnouncedOn::day))
        .orElse(AnnouncedOn.UNKNOWN);
  }

  private Optional<LocalDate> statedDay() {
    return leading(
            c -> c.isStated(Precision.DAY), c -> c.announcedOn().date(), LocalDate::compareTo)
        .or(this::weekdayBeforePublication);
  }

  /** An unresolved weekday is the last such day on or before the earliest publication. */
  private Optional<LocalDate> weekdayBeforePublication() {
    if (earliestPublication == null) {
      return Optional.empty();
    }
    Optional<DayOfWeek> weekday =
        leading(
            c -> c.announcedOn().weekday() != null && c.mention() == Mention.NEWS,
            c -> c.announcedOn().weekday(),
            Comparator.<DayOfWeek>naturalOrder());
    return weekday.map(d -> earliestPublication.with(TemporalAdjusters.previousOrSame(d)));
  }

  private Optional<AnnouncedOn> stated(Precision precision) {
    return leading(
        c -> c.isStated(precision),
        ClaimEntry::announcedOn,
        Comparator.comparing(AnnouncedOn::date));
  }

  /**
   * Most independent publishers, then the dated claim, then the given order of values, then the
   * smallest claim id.
   */
  private <V> Optional<V> leading(
      Predicate<ClaimEntry> has, Function<ClaimEntry, V> value, Comparator<V> order) {
    Map<V, Collection<ClaimEntry>> sides = new HashMap<>();
    claims.stream()
        .filter(has)
        .forEach(
            c -> sides.computeIfAbsent(value.apply(c), v -> new java.util.ArrayList<>()).add(c));
    Comparator<Map.Entry<V, Collection<ClaimEntry>>> best =
        Comparator.<Map.Entry<V, Collection<ClaimEntry>>>comparingInt(
                side -> -sources.count(side.getValue()))
            .thenComparing(side -> side.getValue().stream().noneMatch(Lead::isDated))
            .thenComparing(Map.Entry::getKey, order)
            .thenComparing(
                side ->
                    side.getValue().stream()
                        .map(ClaimEntry::claimId)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    return sides.entrySet().stream().min(best).map(Map.Entry::getKey);
  }

  private static boolean isDated(ClaimEntry claim) {
    return claim.announcedOn().precision() != Precision.UNKNOWN;
  }
}
