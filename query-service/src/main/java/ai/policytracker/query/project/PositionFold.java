package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folds the segments of a batch's changes into rows to close and rows to add. */
final class PositionFold {
  private final List<Closed<PositionKey>> closedStored = new ArrayList<>();
  private final List<PositionVersion> passed = new ArrayList<>();
  private final Map<PositionKey, PositionVersion> open = new LinkedHashMap<>();

  private final TouchedAnnouncements touched;

  PositionFold(TouchedAnnouncements touched) {
    this.touched = touched;
  }

  void apply(Change change) {
    for (Segment segment : change.difference().before()) {
      touched.add(change.company(), segment.announcement(), change.recordedAt());
      PositionKey key = PositionKey.of(change.subject(), segment);
      PositionVersion ofThisBatch = open.remove(key);
      if (ofThisBatch == null) {
        closedStored.add(new Closed<>(key, change.recordedAt()));
      } else {
        passed.add(ofThisBatch.closedAt(change.recordedAt()));
      }
    }
    for (Segment segment : change.difference().after()) {
      touched.add(change.company(), segment.announcement(), change.recordedAt());
      PositionKey key = PositionKey.of(change.subject(), segment);
      open.put(key, new PositionVersion(key, segment, change.recordedAt(), null));
    }
  }

  Rows<PositionKey, PositionVersion> positions() {
    return rows(key -> !key.isOfStance());
  }

  Rows<PositionKey, PositionVersion> stances() {
    return rows(PositionKey::isOfStance);
  }

  private Rows<PositionKey, PositionVersion> rows(Predicate<PositionKey> kept) {
    return new Rows<>(
        closedStored.stream().filter(c -> kept.test(c.key())).toList(),
        Stream.concat(passed.stream(), open.values().stream())
            .filter(p -> kept.test(p.key()))
            .toList());
  }
}
