package ai.policytracker.policyservice.process;

import ai.policytracker.event.Verdict;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ClaimEntry;
import ai.policytracker.policy.Impact;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.policy.SubjectFold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the changes of a batch put on the analysts' list, and what they take off it. */
final class ReviewItems {
  /** Below it a position of a single source is worth a look. */
  private static final double UNSURE = 0.7;

  /** Why somebody should look. */
  enum Reason {
    /** The claim moves nothing as long as nobody confirms it. */
    LOW_CONFIDENCE,
    /** The company denies it. */
    DISPUTED,
    /** The sources disagree. */
    CONTESTED,
    /** One source, and the extractor is not sure of it. */
    UNSURE
  }

  /**
   * @param claimId what the review is about: a claim, or the anchor of an announcement
   * @param impactDays days of positions that the answer would change
   */
  record Item(
      String claimId,
      String company,
      String subject,
      Reason reason,
      long impactDays,
      double confidence,
      Instant since) {}

  /** Null where the claim is on the list no longer. */
  private final Map<String, Item> items = new LinkedHashMap<>();

  void follow(Change change, SubjectFold subject) {
    change.left().forEach(id -> items.put(id, null));
    change.difference().before().forEach(s -> items.put(s.announcement(), null));
    LocalDate today = LocalDate.ofInstant(change.recordedAt(), ZoneOffset.UTC);
    for (Segment segment : change.difference().after()) {
      Reason reason = reason(segment);
      ClaimEntry anchor = reason == null ? null : subject.claim(segment.announcement());
      if (anchor != null && anchor.verdict() == null) {
        long days = Impact.days(segmentsOf(change, segment.announcement()), today);
        put(change, segment.announcement(), reason, days, segment.confidence());
      }
    }
    for (String claimId : change.arrived().keySet()) {
      ClaimEntry claim = subject.claim(claimId);
      items.putIfAbsent(claimId, null);
      if (claim.confidence() < ClaimEntry.LEAST_CONFIDENCE
          && !claim.judged()
          && claim.verdict() == null) {
        long days = Impact.days(subject, claim, Verdict.CONFIRMED, today);
        put(change, claimId, Reason.LOW_CONFIDENCE, days, claim.confidence());
      }
    }
  }

  private static Reason reason(Segment segment) {
    if (segment.status() == Status.LAPSED) {
      return null;
    }
    if (segment.standing() == Standing.DISPUTED) {
      return Reason.DISPUTED;
    }
    if (!segment.contested().isEmpty()) {
      return Reason.CONTESTED;
    }
    boolean unsure = segment.standing() == Standing.SINGLE_SOURCE && segment.confidence() < UNSURE;
    return unsure ? Reason.UNSURE : null;
  }

  private static List<Segment> segmentsOf(Change change, String announcement) {
    return change.difference().after().stream()
        .filter(s -> s.announcement().equals(announcement))
        .toList();
  }

  private void put(
      Change change, String claimId, Reason reason, long impactDays, double confidence) {
    items.put(
        claimId,
        new Item(
            claimId,
            change.company(),
            change.subject().key(),
            reason,
            impactDays,
            confidence,
            change.recordedAt()));
  }

  List<String> claimIds() {
    return List.copyOf(items.keySet());
  }

  List<Item> items() {
    return items.values().stream().filter(Objects::nonNull).toList();
  }
}
