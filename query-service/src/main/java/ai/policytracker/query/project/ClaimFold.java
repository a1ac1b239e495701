package ai.policytracker.query.project;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds what a batch's changes say of claims into rows to close and rows to add. */
final class ClaimFold {
  private final Map<ClaimKey, ClaimVersion> stored;
  private final List<Closed<ClaimKey>> closedStored = new ArrayList<>();
  private final List<ClaimVersion> passed = new ArrayList<>();
  private final Map<ClaimKey, ClaimVersion> open = new LinkedHashMap<>();

  /**
   * @param stored the claims that the database knows now, of those that the batch names
   */
  ClaimFold(Map<ClaimKey, ClaimVersion> stored) {
    this.stored = new HashMap<>(stored);
  }

  /** A claim that the change moves although nothing told of it: its history has a hole. */
  Optional<String> unknownClaimOf(Change change) {
    return change.difference().announcementOf().keySet().stream()
        .filter(id -> !id.equals(change.retractedClaim()) && !isAnnouncedBy(change, id))
        .filter(id -> current(new ClaimKey(change.company(), id)) == null)
        .findFirst();
  }

  void apply(Change change) {
    Map<String, String> moved = change.difference().announcementOf();
    if (change.retractedClaim() != null) {
      close(new ClaimKey(change.company(), change.retractedClaim()), change.recordedAt());
    }
    if (change.announced() != null) {
      ClaimAnnounced announced = change.announced();
      ClaimVersion old =
          close(new ClaimKey(change.company(), announced.claimId()), change.recordedAt());
      String asBefore = old == null ? null : old.announcement();
      String announcement = moved.getOrDefault(announced.claimId(), asBefore);
      open(announced, announcement, change.recordedAt());
    }
    moved.forEach(
        (id, announcement) -> {
          if (!id.equals(change.retractedClaim()) && !isAnnouncedBy(change, id)) {
            ClaimVersion old = close(new ClaimKey(change.company(), id), change.recordedAt());
            open(old.claim(), announcement, change.recordedAt());
          }
        });
  }

  private static boolean isAnnouncedBy(Change change, String claimId) {
    return change.announced() != null && change.announced().claimId().equals(claimId);
  }

  private ClaimVersion current(ClaimKey key) {
    ClaimVersion ofThisBatch = open.get(key);
    return ofThisBatch != null ? ofThisBatch : stored.get(key);
  }

  private ClaimVersion close(ClaimKey key, Instant recordedAt) {
    ClaimVersion ofThisBatch = open.remove(key);
    if (ofThisBatch != null) {
      passed.add(ofThisBatch.closedAt(recordedAt));
      return ofThisBatch;
    }
    ClaimVersion old = stored.remove(key);
    if (old != null) {
      closedStored.add(new Closed<>(key, recordedAt));
    }
    return old;
  }

  private void open(ClaimAnnounced claim, String announcement, Instant recordedAt) {
    String known = Difference.NO_ANNOUNCEMENT.equals(announcement) ? null : announcement;
    ClaimVersion version = new ClaimVersion(claim, known, recordedAt, null);
    open.put(version.key(), version);
  }

  List<Closed<ClaimKey>> closedStored() {
    return closedStored;
  }

  List<ClaimVersion> added() {
    List<ClaimVersion> added = new ArrayList<>(passed);
    added.addAll(open.values());
    return added;
  }
}
