package ai.policytracker.query.change;

import ai.policytracker.policy.Change;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.UnreadableEventException;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;

/** A change and its place in the feed. */
public record LoggedChange(long seq, Change change) {

  static LoggedChange from(Row row) {
    byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
    try {
      return new LoggedChange(row.getLong("seq"), ChangeCodec.decode(payload));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("change_log at seq " + row.getLong("seq"), e);
    }
  }

  public ChangeView view() {
    return ChangeView.of(seq, change);
  }
}
