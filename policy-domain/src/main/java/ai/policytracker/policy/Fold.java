package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.Ids;
import ai.policytracker.event.PolicyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fold: events in, changes out. The same set of events gives the same positions in any order
 * and any number of repetitions; the changes tell in which order they were heard. Needs to hold
 * only the claims and subjects that the events at hand touch. Not for use by two threads at once.
 */
public final class Fold {
  /** Names the rules; a change that was made under other rules tells so by its number. */
  public static final int VERSION = 2;

  private final Map<String, ClaimState> claims = new HashMap<>();
  private final Map<Subject, SubjectFold> subjects = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Aliases aliases;

  public Fold(Aliases aliases) {
    this.aliases = aliases;
  }

  /** A claim as it counts in a subject. */
  public record Placed(Subject subject, ClaimEntry entry, ClaimAnnounced content) {
    private boolean sameAs(Placed other) {
      return entry.equals(other.entry) && subject.equals(other.subject);
    }
  }

  /** What leaves and enters one subject. */
  private static final class Moves {
    private final List<ClaimEntry> gone = new ArrayList<>(1);
    private final List<ClaimEntry> come = new ArrayList<>(1);

    private SortedMap<String, String> arrived() {
      if (come.isEmpty()) {
        return Collections.emptySortedMap();
      }
      SortedMap<String, String> arrived = new TreeMap<>();
      come.forEach(claim -> arrived.put(claim.claimId(), claim.contentId()));
      return arrived;
    }

    private List<String> left() {
      if (gone.isEmpty()) {
        return List.of();
      }
      Set<String> stays = come.stream().map(ClaimEntry::claimId).collect(Collectors.toSet());
      return gone.stream().map(ClaimEntry::claimId).filter(id -> !stays.contains(id)).toList();
    }
  }

  /** Makes known what was folded before. */
  public void load(ClaimState claim) {
    claims.put(claim.claimId(), claim);
  }

  public void load(Subject subject, SubjectFold fold) {
    subjects.put(subject, fold);
  }

  public void load(String company, long version) {
    versions.put(company, version);
  }

  public Aliases aliases() {
    return aliases;
  }

  public Map<String, ClaimState> claims() {
    return claims;
  }

  public Map<Subject, SubjectFold> subjects() {
    return subjects;
  }

  public Map<String, Long> versions() {
    return versions;
  }

  /** Where and how a claim counts; empty where it does not hold. */
  public static Optional<Placed> placed(ClaimState claim, Aliases aliases) {
    return claim
        .held()
        .map(
            held ->
                new Placed(
                    Subject.of(held.content().claim(), aliases.resolve(held.content().company())),
                    ClaimEntry.of(held),
                    held.content()));
  }

  /**
   * The final state alone: as {@link #apply} of each event, without telling the changes between.
   */
  public static Fold replay(Iterable<PolicyEvent> events) {
    Fold fold = new Fold(Aliases.NONE);
    for (PolicyEvent event : events) {
      switch (event) {
        case ClaimEvent e -> fold.evolve(e);
        case IdentityEvent e -> fold.aliases = fold.aliases.evolve(e);
        case DateReached e -> {}
        case FoldUpgraded e -> {}
      }
    }
    Map<Subject, List<ClaimEntry>> entries = new HashMap<>();
    for (ClaimState claim : fold.claims.values()) {
      placed(claim, fold.aliases)
          .ifPresent(
              p -> entries.computeIfAbsent(p.subject(), s -> new ArrayList<>()).add(p.entry()));
    }
    entries.forEach((subject, ofSubject) -> fold.load(subject, SubjectFold.of(ofSubject)));
    return fold;
  }

  /**
   * The subjects that the events will look at, in this order, with what is loaded of their claims.
   */
  public Set<Subject> touchedBy(Iterable<PolicyEvent> events) {
    Set<Subject> touched = new LinkedHashSet<>();
    Map<String, ClaimState> states = new HashMap<>();
    Aliases known = aliases;
    for (PolicyEvent event : events) {
      switch (event) {
        case ClaimEvent e -> {
          ClaimState before = states.getOrDefault(e.claimId(), stateOf(e.claimId()));
          ClaimState after = before.evolve(e);
          states.put(e.claimId(), after);
          subjectOf(before, known).ifPresent(touched::add);
          subjectOf(after, known).ifPresent(touched::add);
        }
        case IdentityEvent e -> {
          Aliases before = known;
          known = before.evolve(e);
          Set<String> moved = known.movedSince(before).keySet();
          for (ClaimState claim : claims.values()) {
            Optional<Subject> was = subjectOf(claim, before);
            if (was.isPresent() && moved.contains(claim.held().orElseThrow().content().company())) {
              touched.add(was.get());
              touched.add(subjectOf(claim, known).orElseThrow());
            }
          }
        }
        case DateReached e -> subjectOf(stateOf(e.claimId()), known).ifPresent(touched::add);
        case FoldUpgraded e -> {}
      }
    }
    return touched;
  }

  /** Company ids that the events merge or unmerge: their claims are to be loaded. */
  public Set<String> movedBy(Iterable<PolicyEvent> events) {
    Aliases known = aliases;
    for (PolicyEvent event : events) {
      if (event instanceof IdentityEvent identity) {
        known = known.evolve(identity);
      }
    }
    return known.movedSince(aliases).keySet();
  }

  private ClaimState stateOf(String claimId) {
    ClaimState known = claims.get(claimId);
    return known != null ? known : ClaimState.initial(claimId);
  }

  private static Optional<Subject> subjectOf(ClaimState claim, Aliases aliases) {
    return claim
        .held()
        .map(held -> Subject.of(held.content().claim(), aliases.resolve(held.content().company())));
  }

  /** Whether the date still is one on which the claim's announcement begins or ends. */
  public boolean reaches(DateReached event) {
    return subjectOf(stateOf(event.claimId()), aliases)
        .map(subject -> reached(event, subjects.get(subject)))
        .isPresent();
  }

  /** Null where the date has moved since. */
  private static Segment reached(DateReached event, SubjectFold subject) {
    Announcement announcement = subject.announcementOf(event.claimId());
    return announcement == null
        ? null
        : subject.segments().stream()
            .filter(s -> s.announcement().equals(announcement.id()))
            .filter(s -> s.status() != Status.LAPSED)
            .filter(s -> event.date().equals(ChangeTypes.boundary(event, s)))
            .findFirst()
            .orElse(null);
  }

  /** One change for each subject that the event touches; none where nothing can be told yet. */
  public List<Change> apply(PolicyEvent event, Instant recordedAt) {
    return switch (event) {
      case ClaimEvent e -> applyToClaim(e, recordedAt);
      case IdentityEvent e -> applyToCompany(e, recordedAt);
      case DateReached e -> applyDate(e, recordedAt);
      case FoldUpgraded e -> List.of();
    };
  }

  private ClaimState evolve(ClaimEvent event) {
    ClaimState after = stateOf(event.claimId()).evolve(event);
    claims.put(event.claimId(), after);
    return after;
  }

  private List<Change> applyToClaim(ClaimEvent event, Instant recordedAt) {
    ClaimState before = stateOf(event.claimId());
    ClaimState after = evolve(event);
    Placed was = placed(before, aliases).orElse(null);
    Placed is = after == before ? was : placed(after, aliases).orElse(null);
    if (was == null && is == null) {
      return List.of();
    }
    if (was != null && is != null && was.sameAs(is)) {
      return List.of(told(event, was.subject(), ChangeType.NOTED, recordedAt));
    }
    Map<Subject, Moves> moves = new LinkedHashMap<>();
    move(moves, was, is);
    List<Change> changes = new ArrayList<>(1);
    moves.forEach(
        (subject, ofSubject) -> {
          SubjectFold.Step step = step(subject, ofSubject);
          ChangeType type = ChangeTypes.of(event, before, ofSubject.come, step);
          ClaimAnnounced content = ofSubject.come.isEmpty() ? null : is.content();
          changes.add(
              change(event, subject, type, recordedAt, step.difference(), ofSubject, content));
        });
    return changes;
  }

  private static void move(Map<Subject, Moves> moves, Placed was, Placed is) {
    if (was != null) {
      moves.computeIfAbsent(was.subject(), s -> new Moves()).gone.add(was.entry());
    }
    if (is != null) {
      moves.computeIfAbsent(is.subject(), s -> new Moves()).come.add(is.entry());
    }
  }

  private SubjectFold.Step step(Subject subject, Moves moves) {
    return subjects.computeIfAbsent(subject, s -> new SubjectFold()).apply(moves.gone, moves.come);
  }

  private List<Change> applyToCompany(IdentityEvent event, Instant recordedAt) {
    Aliases before = aliases;
    aliases = before.evolve(event);
    Map<String, String> moved = aliases.movedSince(before);
    ChangeType type =
        switch (event) {
          case CompaniesMerged merged -> ChangeType.MERGED;
          case CompaniesUnmerged unmerged -> ChangeType.UNMERGED;
        };
    List<Change> changes = new ArrayList<>();
    moved.forEach(
        (company, into) ->
            changes.add(
                identity(event, type, company, into.equals(company) ? null : into, recordedAt)));
    moves(moved.keySet(), before)
        .forEach(
            (subject, ofSubject) -> {
              Difference difference = step(subject, ofSubject).difference();
              changes.add(change(event, subject, type, recordedAt, difference, ofSubject, null));
            });
    return changes;
  }

  /** Where claims leave comes before where they arrive. */
  private Map<Subject, Moves> moves(Set<String> companies, Aliases before) {
    Map<Subject, Moves> leaving = new TreeMap<>(Comparator.comparing(Subject::key));
    Map<Subject, Moves> arriving = new TreeMap<>(Comparator.comparing(Subject::key));
    for (ClaimState claim : claims.values()) {
      if (!claim.isRuled() && !claim.isReadOf(companies)) {
        continue;
      }
      Placed was = placed(claim, before).orElse(null);
      if (was != null && companies.contains(was.content().company())) {
        move(leaving, was, null);
        move(arriving, null, placed(claim, aliases).orElseThrow());
      }
    }
    Map<Subject, Moves> moves = new LinkedHashMap<>(leaving);
    arriving.forEach(
        (subject, come) -> moves.computeIfAbsent(subject, s -> new Moves()).come.addAll(come.come));
    return moves;
  }

  private List<Change> applyDate(DateReached event, Instant recordedAt) {
    Placed placed = placed(stateOf(event.claimId()), aliases).orElse(null);
    if (placed == null) {
      return List.of();
    }
    SubjectFold subject = subjects.get(placed.subject());
    Segment reached = reached(event, subject);
    ChangeType type = ChangeTypes.of(event, reached);
    Change told = told(event, placed.subject(), type, recordedAt);
    return List.of(reached == null ? told : told.reaching(reached));
  }

  private Change told(PolicyEvent event, Subject subject, ChangeType type, Instant recordedAt) {
    return change(event, subject, type, recordedAt, Difference.NONE, new Moves(), null);
  }

  private Change identity(
      IdentityEvent event, ChangeType type, String company, String into, Instant recordedAt) {
    return new Change(
        Ids.of("change", event.eventId(), company),
        company,
        versions.merge(company, 1L, Long::sum),
        VERSION,
        type,
        null,
        List.of(event.eventId()),
        recordedAt,
        null,
        Difference.NONE,
        null,
        null,
        null,
        null,
        into);
  }

  private Change change(
      PolicyEvent event,
      Subject subject,
      ChangeType type,
      Instant recordedAt,
      Difference difference,
      Moves moves,
      ClaimAnnounced content) {
    return new Change(
        Ids.of("change", event.eventId(), subject.key()),
        subject.company(),
        versions.merge(subject.company(), 1L, Long::sum),
        VERSION,
        type,
        subject,
        List.of(event.eventId()),
        recordedAt,
        difference.validFrom(),
        difference,
        moves.arrived(),
        moves.left(),
        content,
        null,
        null);
  }
}
