package ai.policytracker.query.project;

import ai.policytracker.policy.Contest;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.WriteSide.Held;
import ai.policytracker.query.WriteSide.HeldClaim;
import ai.policytracker.query.WriteSide.Known;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A position or stance on one line, the same from an answer and from the fold. */
final class Gist {
  private Gist() {}

  static String of(JsonNode position) {
    JsonNode subject = position.get("subject");
    JsonNode until = position.get("until");
    return String.join(
        " ",
        subject.get("technology").asText(),
        subject.get("activity").asText(),
        subject.get("audience").asText(),
        subject.get("jurisdiction").asText(),
        position.get("status").asText(),
        position.get("kind").asText(),
        until.isNull() ? "null" : until.get("date").asText() + until.get("condition").asText(),
        common(position));
  }

  static String ofStance(JsonNode stance) {
    JsonNode target = stance.get("target");
    return String.join(
        " ",
        target.get("name").asText(),
        target.get("type").asText(),
        target.get("jurisdiction").asText(),
        target.get("technology").asText(),
        stance.get("stance").asText(),
        stance.get("attribution").asText(),
        common(stance));
  }

  private static String common(JsonNode row) {
    return String.join(
        " ",
        row.get("validFrom").asText(),
        row.get("validFromPrecision").asText(),
        row.get("validTo").asText(),
        row.get("announcement").asText(),
        row.get("standing").asText(),
        row.get("confidence").asText(),
        row.get("sourceCount").asText(),
        StreamSupport.stream(row.get("contested").spliterator(), false)
            .map(c -> c.get("field").asText() + c.get("sides").size())
            .collect(Collectors.joining(",")),
        row.get("sources").size() + " articles");
  }

  static String of(Held held, Known known) {
    Segment segment = held.segment();
    if (segment.stance() != null) {
      var target = segment.target();
      var technology =
          target.technology() != null ? target.technology() : held.subject().technology();
      return String.join(
          " ",
          target.name(),
          target.type().name(),
          segment.jurisdiction(),
          technology == null ? "null" : technology.slug(),
          segment.stance().name(),
          segment.attribution().name(),
          common(held, known));
    }
    var until = segment.until();
    return String.join(
        " ",
        held.subject().technology().slug(),
        held.subject().activity().name(),
        held.subject().audience().slug(),
        segment.jurisdiction(),
        segment.status().name(),
        segment.kind().name(),
        until == null ? "null" : String.valueOf(until.date()) + until.condition(),
        common(held, known));
  }

  private static String common(Held held, Known known) {
    Segment segment = held.segment();
    long articles =
        known.claims().stream()
            .filter(c -> c.subject().equals(held.subject()))
            .filter(c -> Objects.equals(c.announcement(), segment.announcement()))
            .map(HeldClaim::articleId)
            .distinct()
            .count();
    return String.join(
        " ",
        segment.validFrom().toString(),
        segment.validFromPrecision().name(),
        String.valueOf(segment.validTo()),
        segment.announcement(),
        segment.standing().name(),
        Double.toString(segment.confidence()),
        Integer.toString(segment.sourceCount()),
        segment.contested().stream().map(Gist::of).collect(Collectors.joining(",")),
        articles + " articles");
  }

  private static String of(Contest contest) {
    return contest.field() + contest.sides().size();
  }
}
