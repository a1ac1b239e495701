package ai.policytracker.query;

import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.Decision;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Verdict;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Events folded as policy-service does, and what was known after each of them. */
public final class WriteSide {
  private static final Decision DECISION = new Decision("ann", "one company");

  private final Fold fold = new Fold(Aliases.NONE);
  private final List<Change> changes = new ArrayList<>();
  private final List<Known> known = new ArrayList<>();
  private Instant clock;

  public WriteSide(Instant firstRecordedAt) {
    this.clock = firstRecordedAt;
  }

  public record Held(Subject subject, Segment segment) {
    public boolean holdsOn(LocalDate date) {
      return !date.isBefore(segment.validFrom())
          && (segment.validTo() == null || date.isBefore(segment.validTo()));
    }
  }

  /**
   * @param announcement null where it belongs to none
   */
  public record HeldClaim(
      Subject subject, String claimId, String contentId, String articleId, String announcement) {}

  /**
   * What was known from then on.
   *
   * @param rejected ids of announcements that a review rejected
   */
  public record Known(
      Instant from,
      Set<Held> segments,
      Set<HeldClaim> claims,
      Set<String> rejected,
      Aliases aliases) {

    public List<Held> inForce(String company, LocalDate date) {
      return segments.stream()
          .filter(held -> held.subject().company().equals(company) && held.holdsOn(date))
          .toList();
    }
  }

  /** What is appended next is recorded at that time. */
  public WriteSide at(Instant recordedAt) {
    clock = recordedAt;
    return this;
  }

  public List<Change> append(PolicyEvent event) {
    List<Change> made = fold.apply(event, clock);
    changes.addAll(made);
    known.add(known(clock));
    clock = clock.plusNanos(1_000);
    return made;
  }

  private Known known(Instant from) {
    Set<Held> segments = new HashSet<>();
    Set<HeldClaim> claims = new HashSet<>();
    Set<String> rejected = new HashSet<>();
    fold.subjects()
        .forEach(
            (subject, folded) -> {
              folded.segments().forEach(s -> segments.add(new Held(subject, s)));
              var announcements = folded.announcements();
              folded
                  .claims()
                  .forEach(
                      (id, entry) -> {
                        String announcement = announcements.get(id);
                        claims.add(
                            new HeldClaim(
                                subject, id, entry.contentId(), entry.articleId(), announcement));
                        if (announcement != null && entry.verdict() == Verdict.REJECTED) {
                          rejected.add(announcement);
                        }
                      });
            });
    return new Known(from, segments, claims, rejected, fold.aliases());
  }

  public WriteSide appendAll(List<? extends PolicyEvent> events) {
    events.forEach(this::append);
    return this;
  }

  /**
   * @param decision counts those on the company
   */
  public List<Change> merge(String company, String into, int decision) {
    return append(
        EventCodec.withEventId(
            new CompaniesMerged("-", company, into, decision, Instant.EPOCH, DECISION)));
  }

  public List<Change> unmerge(String company, int decision) {
    return append(
        EventCodec.withEventId(
            new CompaniesUnmerged("-", company, decision, Instant.EPOCH, DECISION)));
  }

  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Version that the company has come to; 0 where nothing was told of it. */
  public long version(String company) {
    return fold.versions().getOrDefault(company, 0L);
  }

  public Set<String> companies() {
    return Set.copyOf(fold.versions().keySet());
  }

  /** After each event. */
  public List<Known> known() {
    return List.copyOf(known);
  }
}
