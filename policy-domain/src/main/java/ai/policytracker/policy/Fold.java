package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.PolicyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  private final Telling telling = new Telling();
  private Aliases aliases;

  public Fold(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Makes known what was folded before. */
  public void load(ClaimState claim) {
    claims.put(claim.claimId(), claim);
  }

  public void load(Subject subject, SubjectFold fold) {
    subjects.put(subject, fold);
  }

  public void load(String company, long version) {
    telling.versions().put(company, version);
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
    return telling.versions();
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
      Placed.of(claim, fold.aliases)
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
    return new Preview(claims, aliases).touchedBy(events);
  }

  /** Company ids that the events merge or unmerge: their claims are to be loaded. */
  public Set<String> movedBy(Iterable<PolicyEvent> events) {
    return new Preview(claims, aliases).movedBy(events);
  }

  private ClaimState stateOf(String claimId) {
    return stateOf(claimId, claims);
  }

  static ClaimState stateOf(String claimId, Map<String, ClaimState> claims) {
    ClaimState known = claims.get(claimId);
    return known != null ? known : ClaimState.initial(claimId);
  }

  /** Whether the date still is one on which the claim's announcement begins or ends. */
  public boolean reaches(DateReached event) {
    return Placed.subjectOf(stateOf(event.claimId()), aliases)
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
    Placed was = Placed.of(before, aliases).orElse(null);
    Placed is = after == before ? was : Placed.of(after, aliases).orElse(null);
    if (was == null && is == null) {
      return List.of();
    }
    if (was != null && is != null && was.sameAs(is)) {
      return List.of(telling.told(event, was.subject(), ChangeType.NOTED, recordedAt));
    }
    Map<Subject, Moves> moves = new LinkedHashMap<>();
    move(moves, was, is);
    List<Change> changes = new ArrayList<>(1);
    moves.forEach(
        (subject, ofSubject) -> {
          Step step = step(subject, ofSubject);
          ChangeType type = ChangeTypes.of(event, before, ofSubject.come, step);
          ClaimAnnounced content = ofSubject.come.isEmpty() ? null : is.content();
          changes.add(
              telling.change(
                  event, subject, type, recordedAt, step.difference(), ofSubject, content));
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

  private Step step(Subject subject, Moves moves) {
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
                telling.identity(
                    event, type, company, into.equals(company) ? null : into, recordedAt)));
    moves(moved.keySet(), before)
        .forEach(
            (subject, ofSubject) -> {
              Difference difference = step(subject, ofSubject).difference();
              changes.add(
                  telling.change(event, subject, type, recordedAt, difference, ofSubject, null));
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
      Placed was = Placed.of(claim, before).orElse(null);
      if (was != null && companies.contains(was.content().company())) {
        move(leaving, was, null);
        move(arriving, null, Placed.of(claim, aliases).orElseThrow());
      }
    }
    Map<Subject, Moves> moves = new LinkedHashMap<>(leaving);
    arriving.forEach(
        (subject, come) -> moves.computeIfAbsent(subject, s -> new Moves()).come.addAll(come.come));
    return moves;
  }

  private List<Change> applyDate(DateReached event, Instant recordedAt) {
    Placed placed = Placed.of(stateOf(event.claimId()), aliases).orElse(null);
    if (placed == null) {
      return List.of();
    }
    SubjectFold subject = subjects.get(placed.subject());
    Segment reached = reached(event, subject);
    ChangeType type = ChangeTypes.of(event, reached);
    Change told = telling.told(event, placed.subject(), type, recordedAt);
    return List.of(reached == null ? told : told.reaching(reached));
  }
}
