package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A company's sides on one target (folding rule 6): one at a time, from its first date until a
 * different one. Each place has its own; a claim without a place joins the only one stated.
 *
 * <p>All claims of the target are looked at again in each step: there are few, and any of them may
 * join two runs or part one.
 */
final class StanceRuns implements Grouping {
  private final Sources sources;
  private final Placement placement;
  private final TreeMap<String, ClaimEntry> claims = new TreeMap<>();
  private final List<Group> groups = new ArrayList<>();
  private Set<String> places = Set.of();
  private boolean dirty;

  StanceRuns(Sources sources) {
    this.sources = sources;
    this.placement = new Placement(sources);
  }

  /** Claims of one side, none of another side between them. */
  private static final class Run {
    private final Stance stance;
    private final LocalDate start;
    private final List<ClaimEntry> members = new ArrayList<>();

    private Run(Stance stance, LocalDate start) {
      this.stance = stance;
      this.start = start;
    }

    private AnnouncedOn startsOn() {
      return members.stream()
          .filter(c -> start.equals(statedDate(c)) || start.equals(c.publishedOn()))
          .map(c -> c.day() != null ? Precision.DAY : c.announcedOn().precision())
          .map(p -> p == Precision.UNKNOWN ? Precision.DAY : p)
          .min(Comparator.naturalOrder())
          .map(precision -> new AnnouncedOn(start, precision, null))
          .orElseThrow();
    }
  }

  @Override
  public Placement placement() {
    return placement;
  }

  @Override
  public void add(ClaimEntry claim) {
    claims.put(claim.claimId(), claim);
    dirty = true;
  }

  @Override
  public void remove(ClaimEntry claim) {
    claims.remove(claim.claimId());
    placement.take(claim);
    dirty = true;
  }

  /** Which side leads on a day depends on how many sources it has. */
  @Override
  public boolean recount(ClaimEntry claim, String sourceBefore) {
    placement.recount(claim, sourceBefore);
    dirty |= claims.containsKey(claim.claimId());
    return dirty;
  }

  @Override
  public void settle() {
    if (!dirty) {
      return;
    }
    dirty = false;
    groups.forEach(placement::dissolve);
    groups.clear();
    places =
        claims.values().stream()
            .map(ClaimEntry::jurisdiction)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    claims.values().stream()
        .collect(
            Collectors.groupingBy(
                c -> places.size() <= 1 ? "" : Objects.requireNonNullElse(c.jurisdiction(), ""),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .forEach(this::group);
  }

  private void group(List<ClaimEntry> ofPlace) {
    List<ClaimEntry> points =
        new ArrayList<>(
            ofPlace.stream().filter(c -> c.isDecided() && statedDate(c) != null).toList());
    List<Run> dated = runs(points);
    List<ClaimEntry> rest = new ArrayList<>(ofPlace);
    for (ClaimEntry claim : ofPlace) {
      if (claim.isDecided()
          && statedDate(claim) == null
          && claim.publishedOn() != null
          && latestBefore(dated, claim).isEmpty()) {
        points.add(claim);
      }
    }
    List<Run> runs = runs(points);
    rest.removeAll(new HashSet<>(points));
    Map<Stance, List<ClaimEntry>> alone = new EnumMap<>(Stance.class);
    for (ClaimEntry claim : rest) {
      latestBefore(runs, claim)
          .ifPresentOrElse(
              run -> run.members.add(claim),
              () -> alone.computeIfAbsent(claim.stance(), s -> new ArrayList<>()).add(claim));
    }
    runs.forEach(run -> found(run.members, run.startsOn()));
    alone.values().forEach(members -> found(members, null));
  }

  private void found(List<ClaimEntry> members, AnnouncedOn start) {
    Group group = placement.found(Layer.PUBLISHED, LocalDate.MAX, List.of());
    group.startsOn(start == null ? AnnouncedOn.UNKNOWN : start);
    members.forEach(claim -> placement.put(claim, group));
    groups.add(group);
  }

  /** Of several sides on one day the better supported one holds; the others contest it. */
  private List<Run> runs(List<ClaimEntry> points) {
    TreeMap<LocalDate, List<ClaimEntry>> byDate = new TreeMap<>();
    points.forEach(c -> byDate.computeIfAbsent(dateOf(c), d -> new ArrayList<>()).add(c));
    List<Run> runs = new ArrayList<>();
    byDate.forEach(
        (date, claimsOfDay) -> {
          Stance side = leadingSide(claimsOfDay);
          if (runs.isEmpty() || runs.getLast().stance != side) {
            runs.add(new Run(side, date));
          }
          runs.getLast().members.addAll(claimsOfDay);
        });
    return runs;
  }

  private Stance leadingSide(Collection<ClaimEntry> claimsOfDay) {
    Map<Stance, Set<String>> sourcesOfSide = new EnumMap<>(Stance.class);
    for (ClaimEntry claim : claimsOfDay) {
      String source = Objects.requireNonNullElse(sources.of(claim), "");
      sourcesOfSide.computeIfAbsent(claim.stance(), s -> new HashSet<>()).add(source);
    }
    return sourcesOfSide.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<Stance, Set<String>> e) -> e.getValue().size())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /** Of the claim's side: the latest that began before it, or the only one if it has no date. */
  private Optional<Run> latestBefore(List<Run> runs, ClaimEntry claim) {
    List<Run> sameSide = runs.stream().filter(run -> run.stance == claim.stance()).toList();
    LocalDate date = dateOf(claim);
    if (date == null) {
      return sameSide.size() == 1 ? Optional.of(sameSide.getFirst()) : Optional.empty();
    }
    return sameSide.stream()
        .filter(run -> !run.start.isAfter(date))
        .max(Comparator.comparing(run -> run.start));
  }

  /** A month or year is the first better known date of the same side within it, if there is one. */
  private LocalDate dateOf(ClaimEntry claim) {
    LocalDate stated = statedDate(claim);
    if (stated == null) {
      return claim.publishedOn();
    }
    if (claim.day() != null) {
      return stated;
    }
    boolean month = claim.isStated(Precision.MONTH);
    LocalDate next = month ? stated.plusMonths(1) : stated.plusYears(1);
    return claims.values().stream()
        .filter(c -> c.stance() == claim.stance() && c.isDecided() && isBetterDated(c, month))
        .filter(c -> samePlace(c, claim))
        .map(this::dateOf)
        .filter(date -> !date.isBefore(stated) && date.isBefore(next))
        .min(Comparator.naturalOrder())
        .orElse(stated);
  }

  private static boolean isBetterDated(ClaimEntry claim, boolean thanMonth) {
    return claim.day() != null || (!thanMonth && claim.isStated(Precision.MONTH));
  }

  private boolean samePlace(ClaimEntry one, ClaimEntry other) {
    return places.size() <= 1 || Objects.equals(one.jurisdiction(), other.jurisdiction());
  }

  private static LocalDate statedDate(ClaimEntry claim) {
    LocalDate day = claim.day();
    return day != null ? day : claim.announcedOn().date();
  }
}
