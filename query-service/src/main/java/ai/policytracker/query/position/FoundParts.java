package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.CompanyAtTime.Held;
import ai.policytracker.query.request.KnownTime;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an answer: the rows that {@link KnownPositions} reads, or what a {@link
 * KnownHistory} has instead.
 *
 * @param starts of all positions on the subjects of what is unplaced
 */
record FoundParts(
    List<Placed> positions, List<Placed> stances, List<Member> unplaced, List<Start> starts) {

  /**
   * @param contents ids of what the claims of its announcement say
   */
  record Placed(SubjectRow subject, Segment segment, String contents) {
    Held held(Map<String, AnnouncementSources> told) {
      return new Held(subject, segment, told.get(contents));
    }
  }

  static FoundParts of(Iterable<Row> rows) {
    FoundParts found =
        new FoundParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
    return new Placed(subject, Payloads.one(payload, Segment.class), row.getString("contents"));
  }

  /** Of each announcement the ids of what its claims say. */
  Set<String> contents() {
    Set<String> contents = new HashSet<>();
    positions.forEach(placed -> contents.add(placed.contents()));
    stances.forEach(placed -> contents.add(placed.contents()));
    return contents;
  }

  CompanyAtTime with(
      Map<String, AnnouncementSources> told,
      String company,
      KnownTime known,
      boolean covered,
      Question asked) {
    return new CompanyAtTime(
        company,
        known,
        covered,
        asked,
        positions.stream().map(placed -> placed.held(told)).toList(),
        stances.stream().map(placed -> placed.held(told)).toList(),
        unplaced.stream().sorted(Comparator.comparing(m -> m.claim().claimId())).toList(),
        starts);
  }
}
