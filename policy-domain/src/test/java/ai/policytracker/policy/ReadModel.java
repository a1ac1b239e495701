package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The read side's rows, made of changes alone: closed and opened, never edited. */
final class ReadModel {
  private static final class Row<T> {
    private final Subject subject;
    private final T content;
    private final Instant knownFrom;
    private Instant knownTo = Instant.MAX;

    private Row(Subject subject, T content, Instant knownFrom) {
      this.subject = subject;
      this.content = content;
      this.knownFrom = knownFrom;
    }

    private boolean isKnownAt(Instant time) {
      return !knownFrom.isAfter(time) && knownTo.isAfter(time);
    }
  }

  private record Member(String claimId, String announcement) {}

  private final List<Row<Segment>> segments = new ArrayList<>();
  private final List<Row<Member>> members = new ArrayList<>();

  private final Map<String, Long> versions = new HashMap<>();

  /** What came before is skipped; what leaves a gap is refused. */
  void applyOnce(Change change) {
    long last = versions.getOrDefault(change.company(), 0L);
    if (change.version() <= last) {
      return;
    }
    assertThat(change.version()).isEqualTo(last + 1);
    versions.put(change.company(), change.version());
    apply(change);
  }

  void apply(Change change) {
    Difference difference = change.difference();
    difference.before().forEach(s -> close(segments, change, s));
    difference
        .after()
        .forEach(s -> segments.add(new Row<>(change.subject(), s, change.recordedAt())));
    difference
        .announcementOf()
        .forEach(
            (claim, announcement) -> {
              members.stream()
                  .filter(r -> r.knownTo.equals(Instant.MAX) && r.subject.equals(change.subject()))
                  .filter(r -> r.content.claimId().equals(claim))
                  .forEach(r -> r.knownTo = change.recordedAt());
              if (!announcement.equals(Difference.NO_ANNOUNCEMENT)) {
                members.add(
                    new Row<>(
                        change.subject(), new Member(claim, announcement), change.recordedAt()));
              }
            });
  }

  private static void close(List<Row<Segment>> rows, Change change, Segment segment) {
    List<Row<Segment>> open =
        rows.stream()
            .filter(r -> r.knownTo.equals(Instant.MAX))
            .filter(r -> r.subject.equals(change.subject()) && r.content.equals(segment))
            .toList();
    assertThat(open).as("%s is open", segment).hasSize(1);
    open.getFirst().knownTo = change.recordedAt();
  }

  Map<Subject, FoldPropertiesTest.Now> knownAt(Instant time) {
    Map<Subject, List<Segment>> known = new HashMap<>();
    segments.stream()
        .filter(r -> r.isKnownAt(time))
        .forEach(r -> known.computeIfAbsent(r.subject, s -> new ArrayList<>()).add(r.content));
    Map<Subject, SortedMap<String, String>> places = new HashMap<>();
    members.stream()
        .filter(r -> r.isKnownAt(time))
        .forEach(
            r ->
                places
                    .computeIfAbsent(r.subject, s -> new TreeMap<>())
                    .put(r.content.claimId(), r.content.announcement()));
    Map<Subject, FoldPropertiesTest.Now> now = new HashMap<>();
    places.forEach(
        (subject, ofSubject) ->
            now.put(
                subject,
                new FoldPropertiesTest.Now(
                    Difference.sorted(known.getOrDefault(subject, List.of())), ofSubject)));
    return now;
  }
}
