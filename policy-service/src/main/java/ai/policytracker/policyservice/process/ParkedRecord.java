package ai.policytracker.policyservice.process;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be read, as it came.
 *
 * @param headers values in Base64, since they may hold any bytes
 */
record ParkedRecord(
    String topic,
    int partition,
    long offset,
    String key,
    byte[] value,
    Map<String, String> headers,
    String reason) {

  /** Null where there is no key. */
  byte[] keyBytes() {
    return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  static ParkedRecord of(ConsumerRecord<String, byte[]> record, String reason) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      headers.put(header.key(), Base64.getEncoder().encodeToString(value));
    }
    return new ParkedRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        record.value(),
        headers,
        reason.replace("\0", ""));
  }
}
