package ai.policytracker.audit;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.UnreadableEventException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of both services' tables, page by page, and what their payloads say. */
final class StoredRows {
  private static final int FETCH = 5_000;

  private final Connection connection;

  StoredRows(Connection connection) {
    this.connection = connection;
  }

  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  void each(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  static PolicyEvent event(String payload) {
    try {
      return EventCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("a stored event is unreadable", e);
    }
  }

  static Change change(String payload) {
    try {
      return ChangeCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("a stored change is unreadable", e);
    }
  }

  static Segment segment(String payload) {
    try {
      return Json.MAPPER.readValue(payload, Segment.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored position is unreadable", e);
    }
  }
}
