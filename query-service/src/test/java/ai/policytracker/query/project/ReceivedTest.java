package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.policy.Change;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.wire.ChangeCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReceivedTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");

  private final Batches batches = new Batches();

  @Test
  void changeIsReadWithItsPlaceInTheShard() {
    Received received = batches.of(change());

    assertThat(received).isInstanceOf(Received.Readable.class);
    assertThat(((Received.Readable) received).change()).isEqualTo(change());
    assertThat(received.shardPosition()).isEqualTo(1);
  }

  @Test
  void recordWithoutPlaceHasNone() {
    ConsumerRecord<String, byte[]> record = batches.record("acme", ChangeCodec.encode(change()));
    record.headers().remove(Received.POSITION_HEADER).add(Received.POSITION_HEADER, null);

    assertThat(Received.of(record).shardPosition()).isZero();
  }

  @Test
  void whatBreaksARuleIsUnreadableAndSaysWhich() {
    assertThat(reason("bolt", json -> json)).contains("company: must be the record's key");
    assertThat(reason("acme", json -> json.replace("\"version\":1", "\"version\":0")))
        .contains("version");
    assertThat(reason("acme", json -> json.replace("00.000001Z", "00.0000015Z")))
        .contains("recordedAt");
    assertThat(reason("acme", json -> json.replace("Title of", "Title\\u0000of"))).contains("NUL");
    assertThat(reason("acme", json -> json.replaceFirst("\"changeId\":\"[^\"]*\",", "")))
        .contains("changeId");
    assertThat(reason("acme", json -> json.replaceFirst("\"status\":\"PAUSED\",", "")))
        .contains("difference");
    assertThat(reason("acme", json -> json.replace("\"form\":2", "\"form\":7"))).contains("form");
    assertThat(reason("acme", json -> "{")).isNotBlank();
    assertThat(reason("acme", json -> json.replaceFirst("\"subject\":\\{[^}]*},", "")))
        .contains("subject");
    assertThat(reason("acme", json -> json.replaceFirst("\"arrived\":\\{[^}]*},", "")))
        .contains("announced");
  }

  @Test
  void changeOfIdentityHasNoSubject() {
    WriteSide writeSide = new WriteSide(START);

    Change merged = writeSide.merge("acme", "bolt", 1).getFirst();

    assertThat(batches.of(merged)).isInstanceOf(Received.Readable.class);
  }

  @Test
  void recordOfAnotherShardIsUnreadable() {
    ConsumerRecord<String, byte[]> right = batches.record("acme", ChangeCodec.encode(change()));
    ConsumerRecord<String, byte[]> wrong =
        new ConsumerRecord<>(
            right.topic(), (right.partition() + 1) % 12, 0, right.key(), right.value());

    assertThat(Received.of(wrong)).isInstanceOf(Received.Unreadable.class);
  }

  private String reason(String key, UnaryOperator<String> damage) {
    String json = new String(ChangeCodec.encode(change()), StandardCharsets.UTF_8);
    byte[] damaged = damage.apply(json).getBytes(StandardCharsets.UTF_8);
    Received received = Received.of(batches.record(key, damaged));
    assertThat(received).isInstanceOf(Received.Unreadable.class);
    return ((Received.Unreadable) received).reason();
  }

  private static Change change() {
    return new WriteSide(START).append(Told.of("acme", "one").on("2020-06-10").event()).getFirst();
  }
}
