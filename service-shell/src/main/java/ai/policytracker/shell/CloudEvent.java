package ai.policytracker.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The CloudEvents attributes of a record, in the Kafka binding's binary mode. */
public record CloudEvent(String id, String type, String source, String subject, Instant time) {

  /** A JSON record; the partition follows from the key. */
  public ProducerRecord<String, byte[]> record(String topic, String key, byte[] json) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, json);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", id);
    header(record, "ce_type", type);
    header(record, "ce_source", source);
    header(record, "ce_subject", subject);
    header(record, "ce_time", time.toString());
    header(record, "content-type", "application/json");
    return record;
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
