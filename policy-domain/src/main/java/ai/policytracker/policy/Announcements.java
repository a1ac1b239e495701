package ai.policytracker.policy;

import static java.util.Comparator.naturalOrder;

import ai.policytracker.event.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Groups the claims of one subject into announcements (folding rules 1 and 2). A function of the
 * whole set: claims are taken from the best dated to the least, each time in an order of their own.
 */
final class Announcements {
  private static final Comparator<ClaimEntry> BY_DATE =
      Comparator.comparing((ClaimEntry c) -> c.announcedOn().date())
          .thenComparing(ClaimEntry::jurisdiction, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ClaimEntry::claimId);
  private static final Comparator<ClaimEntry> BY_PUBLICATION =
      Comparator.comparing(
              ClaimEntry::publishedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(ClaimEntry::jurisdiction, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ClaimEntry::claimId);

  private final List<List<ClaimEntry>> groups = new ArrayList<>();

  private Announcements(List<ClaimEntry> claims) {
    groups.addAll(Clusters.ofDays(claims.stream().filter(c -> c.day() != null).toList()));
    addCoarse(claims, Precision.MONTH);
    addCoarse(claims, Precision.YEAR);
    addUndated(claims);
  }

  /** Claims under the least confidence are in none. */
  static List<Announcement> of(Collection<ClaimEntry> claims) {
    Sources sources = new Sources(claims);
    Map<Family, List<ClaimEntry>> families = new EnumMap<>(Family.class);
    claims.stream()
        .filter(ClaimEntry::isConfident)
        .forEach(c -> families.computeIfAbsent(Family.of(c.kind()), f -> new ArrayList<>()).add(c));
    return families.values().stream()
        .flatMap(family -> new Announcements(family).groups.stream())
        .map(group -> Announcement.of(group, sources))
        .toList();
  }

  /** A month or year joins the nearest announcement within it, else those of the same date. */
  private void addCoarse(List<ClaimEntry> claims, Precision precision) {
    List<ClaimEntry> alone = new ArrayList<>();
    for (ClaimEntry claim :
        claims.stream().filter(c -> c.isStated(precision)).sorted(BY_DATE).toList()) {
      LocalDate from = claim.announcedOn().date();
      LocalDate to = precision == Precision.MONTH ? from.plusMonths(1) : from.plusYears(1);
      LocalDate toldOn = Objects.requireNonNullElse(claim.publishedOn(), from);
      List<List<ClaimEntry>> nearestFirst =
          fitting(claim, start -> !start.isBefore(from) && start.isBefore(to))
              .sorted(
                  Comparator.comparingLong(
                          (List<ClaimEntry> g) ->
                              Math.abs(ChronoUnit.DAYS.between(start(g), toldOn)))
                      .thenComparing(Announcements::start))
              .toList();
      if (!join(claim, nearestFirst)) {
        alone.add(claim);
      }
    }
    founded(alone);
  }

  private void addUndated(List<ClaimEntry> claims) {
    List<ClaimEntry> undated =
        claims.stream()
            .filter(c -> c.day() == null && c.isStated(Precision.UNKNOWN))
            .sorted(BY_PUBLICATION)
            .toList();
    for (ClaimEntry claim : undated) {
      if (claim.publishedOn() != null && !join(claim, latestBefore(claim))) {
        groups.add(new ArrayList<>(List.of(claim)));
      }
    }
    List<ClaimEntry> alone = new ArrayList<>();
    for (ClaimEntry claim : undated) {
      if (claim.publishedOn() == null) {
        List<List<ClaimEntry>> all = fitting(claim, start -> true).toList();
        if (all.size() != 1 || !join(claim, all)) {
          alone.add(claim);
        }
      }
    }
    founded(alone);
  }

  private List<List<ClaimEntry>> latestBefore(ClaimEntry claim) {
    return fitting(claim, start -> !start.isAfter(claim.publishedOn()))
        .sorted(Comparator.comparing(Announcements::start).reversed())
        .toList();
  }

  private Stream<List<ClaimEntry>> fitting(ClaimEntry claim, Predicate<LocalDate> startFits) {
    return groups.stream()
        .filter(g -> startFits.test(start(g)))
        .filter(g -> g.stream().noneMatch(c -> c.articleId().equals(claim.articleId())))
        .filter(
            g ->
                claim.jurisdiction() == null
                    || jurisdiction(g) == null
                    || claim.jurisdiction().equals(jurisdiction(g)));
  }

  /**
   * The best first. A claim with a place joins the announcement of that place before one without; a
   * claim without joins one without, else the only stated place that fits.
   */
  private static boolean join(ClaimEntry claim, List<List<ClaimEntry>> bestFirst) {
    var sameOrUnsaid =
        Stream.concat(
                bestFirst.stream()
                    .filter(g -> Objects.equals(jurisdiction(g), claim.jurisdiction())),
                bestFirst.stream().filter(g -> claim.jurisdiction() != null))
            .findFirst();
    boolean oneStatedPlace =
        bestFirst.stream().map(Announcements::jurisdiction).distinct().count() == 1;
    var chosen = oneStatedPlace ? bestFirst.stream().findFirst() : sameOrUnsaid;
    chosen.ifPresent(g -> g.add(claim));
    return chosen.isPresent();
  }

  /** What joined nothing founds announcements: one for each date and place. */
  private void founded(List<ClaimEntry> alone) {
    Map<LocalDate, List<ClaimEntry>> byDate = new TreeMap<>();
    for (ClaimEntry claim : alone) {
      LocalDate date = Objects.requireNonNullElse(claim.announcedOn().date(), LocalDate.MAX);
      byDate.computeIfAbsent(date, d -> new ArrayList<>()).add(claim);
    }
    byDate.values().forEach(sameDate -> groups.addAll(Clusters.ofSameDate(sameDate)));
  }

  /** Where a group lies: its first day, else its month or year, else its first publication. */
  private static LocalDate start(List<ClaimEntry> group) {
    return Stream.<Function<ClaimEntry, LocalDate>>of(
            ClaimEntry::day, c -> c.announcedOn().date(), ClaimEntry::publishedOn)
        .flatMap(
            date -> group.stream().map(date).filter(Objects::nonNull).min(naturalOrder()).stream())
        .findFirst()
        .orElse(LocalDate.MAX);
  }

  private static String jurisdiction(List<ClaimEntry> group) {
    return group.stream()
        .map(ClaimEntry::jurisdiction)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
