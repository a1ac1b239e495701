package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.FoldedSubject;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.SubjectState;
import ai.policytracker.quickstart.Service;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.UnreadableEventException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Folds the stored events in memory and compares with what the services stored and answer. */
final class EventStoreAudit {
  private final TrackerSystem system;
  private final List<PolicyEvent> events = new ArrayList<>();
  private final Map<Subject, FoldedSubject> folded = new HashMap<>();

  EventStoreAudit(TrackerSystem system) throws SQLException, UnreadableEventException {
    this.system = system;
    for (String payload :
        column("SELECT payload::text FROM policy.policy_event ORDER BY shard, position")) {
      PolicyEvent event = EventCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
      events.add(event);
      folded.compute(
          event.subject(),
          (subject, f) -> (f == null ? FoldedSubject.initial(subject) : f).apply(event).next());
    }
  }

  List<PolicyEvent> events() {
    return events;
  }

  void statesEqualTheFold() throws SQLException, IOException {
    List<SubjectState> stored = new ArrayList<>();
    for (String state : column("SELECT state::text FROM policy.subject_state")) {
      stored.add(Json.MAPPER.readValue(state, SubjectState.class));
    }
    assertThat(stored)
        .containsExactlyInAnyOrderElementsOf(
            folded.values().stream().map(FoldedSubject::state).toList());
  }

  void answersEqualTheFold() {
    Map<String, Set<String>> expected = new HashMap<>();
    folded.forEach(
        (subject, f) ->
            f.timeline()
                .segments()
                .forEach(s -> positions(expected, subject.company()).add(text(subject, s))));
    expected.forEach(
        (company, positions) -> {
          Set<String> answered = new TreeSet<>();
          String path = "/v1/companies/" + company + "/timeline";
          system.get(Service.QUERY, path).get("items").forEach(p -> answered.add(text(p)));
          assertThat(answered).as(company).isEqualTo(positions);
        });
  }

  private static Set<String> positions(Map<String, Set<String>> byCompany, String company) {
    return byCompany.computeIfAbsent(company, c -> new TreeSet<>());
  }

  private static String text(Subject subject, Segment s) {
    return String.join(
        " ",
        subject.technology().slug(),
        subject.activity().name(),
        subject.audience().slug(),
        Objects.toString(s.jurisdiction()),
        s.status().name(),
        s.validFrom().toString(),
        Objects.toString(s.validTo()),
        s.announcement(),
        Integer.toString(s.sourceCount()));
  }

  private static String text(JsonNode position) {
    JsonNode subject = position.get("subject");
    return String.join(
        " ",
        subject.get("technology").asText(),
        subject.get("activity").asText(),
        subject.get("audience").asText(),
        subject.get("jurisdiction").asText(),
        position.get("status").asText(),
        position.get("validFrom").asText(),
        position.get("validTo").asText(),
        position.get("announcement").asText(),
        position.get("sourceCount").asText());
  }

  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = system.database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
