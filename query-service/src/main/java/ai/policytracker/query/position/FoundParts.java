package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.CompanyAtTime.Held;
import ai.policytracker.query.request.KnownTime;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The rows that {@link KnownPositions} reads, each of which is a part of the answer. */
final class FoundParts {
  private final List<Placed> positions = new ArrayList<>();
  private final List<Placed> stances = new ArrayList<>();
  private final List<Member> unplaced = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();

  /**
   * @param contents ids of what the claims of its announcement say
   */
  private record Placed(SubjectRow subject, Segment segment, String[] contents) {
    /** In the order of the claims' ids. */
    Held held(Map<String, ClaimSource> sources) {
      List<ClaimSource> claims =
          Arrays.stream(contents)
              .map(sources::get)
              .filter(Objects::nonNull)
              .sorted(Comparator.comparing(ClaimSource::claimId))
              .toList();
      return new Held(subject, segment, claims);
    }
  }

  static FoundParts of(Iterable<Row> rows) {
    FoundParts found = new FoundParts();
    rows.forEach(found::add);
    return found;
  }

  private void add(Row row) {
    String part = row.getString("part");
    if (part == null) {
      return;
    }
    SubjectRow subject = SubjectRow.of(row);
    String payload = row.getString("payload");
    switch (part) {
      case "position" -> positions.add(placed(row, subject, payload));
      case "stance" -> stances.add(placed(row, subject, payload));
      case "start" -> starts.add(Start.of(subject, Payloads.one(payload, Segment.class)));
      case "unplaced" ->
          unplaced.add(
              new Member(
                  row.getString("announcement"),
                  subject,
                  Payloads.one(payload, ClaimAnnounced.class)));
      default -> throw new IllegalStateException("part of an answer: " + part);
    }
  }

  private static Placed placed(Row row, SubjectRow subject, String payload) {
    return new Placed(
        subject, Payloads.one(payload, Segment.class), row.getArrayOfStrings("contents"));
  }

  /** Ids of what all claims of the announcements found say. */
  Collection<String> contents() {
    Set<String> ids = new HashSet<>();
    Stream.concat(positions.stream(), stances.stream())
        .forEach(placed -> ids.addAll(Arrays.asList(placed.contents())));
    return ids;
  }

  CompanyAtTime with(
      Map<String, ClaimSource> sources, String company, KnownTime known, Question asked) {
    return new CompanyAtTime(
        company,
        known,
        asked,
        positions.stream().map(placed -> placed.held(sources)).toList(),
        stances.stream().map(placed -> placed.held(sources)).toList(),
        unplaced.stream().sorted(Comparator.comparing(m -> m.claim().claimId())).toList(),
        starts);
  }
}
