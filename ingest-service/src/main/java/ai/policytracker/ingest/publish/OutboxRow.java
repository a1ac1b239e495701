package ai.policytracker.ingest.publish;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An event on its way to Kafka, written with what it tells about, removed when acknowledged. */
@Entity
@Immutable
@Table(name = "outbox")
public class OutboxRow {
  /** The event's id. */
  @Id String id;

  String topic;
  String key;
  String type;

  /** The claim's id. */
  String subject;

  Instant time;
  byte[] payload;

  @Column(name = "created_at")
  Instant createdAt;

  public static OutboxRow of(PolicyEvent event, Instant now) {
    OutboxRow row = new OutboxRow();
    row.id = event.eventId();
    row.topic = Topics.CLAIMS;
    row.key = event.company();
    row.type = event.type();
    row.subject = event.about();
    row.time = event.receivedAt();
    row.payload = EventCodec.encode(event);
    row.createdAt = now;
    return row;
  }
}
