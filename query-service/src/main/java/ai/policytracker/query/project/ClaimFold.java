package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import ai.policytracker.policy.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Folds what a batch's changes say of claims into rows to close and rows to add. */
final class ClaimFold {
  private final Map<ClaimKey, ClaimVersion> stored;
  private final List<Closed<ClaimKey>> closedStored = new ArrayList<>();
  private final List<ClaimVersion> passed = new ArrayList<>();
  private final Map<ClaimKey, ClaimVersion> open = new LinkedHashMap<>();
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final TouchedAnnouncements touched;

  /**
   * @param stored the claims that the database knows now, of those that the batch names
   */
  ClaimFold(Map<ClaimKey, ClaimVersion> stored, TouchedAnnouncements touched) {
    this.stored = new HashMap<>(stored);
    this.touched = touched;
  }

  /** The claims that a change names. */
  static Stream<String> claimsOf(Change change) {
    return Stream.of(
            change.difference().announcementOf().keySet(), change.arrived().keySet(), change.left())
        .flatMap(ids -> ids.stream());
  }

  /**
   * A claim that the change moves although nothing told of it: its history has a hole. One that
   * leaves may be unknown: in form 1 a retraction could come before its claim.
   */
  Optional<String> unknownClaimOf(Change change) {
    return change.difference().announcementOf().keySet().stream()
        .filter(id -> !change.arrived().containsKey(id) && !change.left().contains(id))
        .filter(id -> current(new ClaimKey(change.subject(), id)) == null)
        .findFirst();
  }

  void apply(Change change) {
    Instant recordedAt = change.recordedAt();
    if (change.announced() != null) {
      String contentId = change.arrived().get(change.announced().claimId());
      contents.put(contentId, new Content(contentId, change.announced()));
    }
    Map<String, String> moved = change.difference().announcementOf();
    change.left().forEach(id -> close(new ClaimKey(change.subject(), id), recordedAt));
    change
        .arrived()
        .forEach(
            (id, contentId) -> {
              ClaimKey key = new ClaimKey(change.subject(), id);
              ClaimVersion old = close(key, recordedAt);
              String asBefore = old == null ? null : old.announcement();
              open(key, contentId, moved.getOrDefault(id, asBefore), recordedAt);
            });
    moved.forEach(
        (id, announcement) -> {
          if (!change.arrived().containsKey(id) && !change.left().contains(id)) {
            ClaimKey key = new ClaimKey(change.subject(), id);
            ClaimVersion old = close(key, recordedAt);
            open(key, old.contentId(), announcement, recordedAt);
          }
        });
  }

  private ClaimVersion current(ClaimKey key) {
    ClaimVersion ofThisBatch = open.get(key);
    return ofThisBatch != null ? ofThisBatch : stored.get(key);
  }

  private ClaimVersion close(ClaimKey key, Instant recordedAt) {
    ClaimVersion ofThisBatch = open.remove(key);
    if (ofThisBatch != null) {
      touched.add(key.subject().company(), ofThisBatch.announcement(), recordedAt);
      passed.add(ofThisBatch.closedAt(recordedAt));
      return ofThisBatch;
    }
    ClaimVersion old = stored.remove(key);
    if (old != null) {
      touched.add(key.subject().company(), old.announcement(), recordedAt);
      closedStored.add(new Closed<>(key, recordedAt));
    }
    return old;
  }

  private void open(ClaimKey key, String contentId, String announcement, Instant recordedAt) {
    String known = Difference.NO_ANNOUNCEMENT.equals(announcement) ? null : announcement;
    touched.add(key.subject().company(), known, recordedAt);
    open.put(key, new ClaimVersion(key, contentId, known, recordedAt, null));
  }

  Rows<ClaimKey, ClaimVersion> rows() {
    List<ClaimVersion> added = new ArrayList<>(passed);
    added.addAll(open.values());
    return new Rows<>(closedStored, added);
  }

  List<Content> contents() {
    return List.copyOf(contents.values());
  }
}
