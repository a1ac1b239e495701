package ai.policytracker.policyservice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policyservice.rebuild.Rebuild;
import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.Topics;
import ai.policytracker.wire.UnreadableEventException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClaimsToChangesIT {
  @Inject BatchSender sender;
  @Inject Pool pool;
  @Inject Rebuild rebuild;

  @Test
  void everyEventIsAppendedOnceAndItsChangePublishedInTheOrderOfVersions() throws Exception {
    List<PolicyEvent> events = Histories.of("once", 1, 40);

    send(events);
    List<Change> changes = changesOf("once", events.size());

    assertThat(changes).extracting(Change::version).isEqualTo(versionsUpTo(events.size()));
    assertThat(changes).extracting(Change::recordedAt).isSorted().doesNotHaveDuplicates();
    assertThat(changes)
        .extracting(c -> c.causes().getFirst())
        .containsExactlyInAnyOrderElementsOf(events.stream().map(PolicyEvent::eventId).toList());
    assertThat(storedEvents("once")).hasSize(events.size());
  }

  @Test
  void theSameRecordsAgainChangeNothing() throws Exception {
    List<PolicyEvent> events = Histories.of("again", 2, 20);
    send(events);
    changesOf("again", events.size());

    List<PolicyEvent> twice = new ArrayList<>(events);
    PolicyEvent last = Histories.of("again", 3, 1).getFirst();
    Collections.shuffle(twice, new Random(4));
    twice.add(last);
    send(twice);

    assertThat(changesOf("again", events.size() + 1)).hasSize(events.size() + 1);
    assertThat(storedEvents("again")).hasSize(events.size() + 1);
  }

  @Test
  void theStoredStateEqualsAFreshFoldOfTheStoredEvents() throws Exception {
    List<PolicyEvent> events = new ArrayList<>();
    Set<String> companies = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      companies.add("fold-" + i);
      events.addAll(Histories.of("fold-" + i, 100 + i, 20));
    }
    Collections.shuffle(events, new Random(5));

    send(events);
    for (String company : companies) {
      while (storedEvents(company).size() < 20) {
        LockSupport.parkNanos(20_000_000);
      }
    }

    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsParkedWithItsReasonAndStopsNothing() throws Exception {
    PolicyEvent good = Histories.of("parked", 6, 1).getFirst();
    ProducerRecord<String, byte[]> broken =
        new ProducerRecord<>(
            Topics.CLAIMS, "parked", "{\"type\":".getBytes(StandardCharsets.UTF_8));
    broken.headers().add("trace", new byte[] {0, (byte) 0xff});
    int wrongPartition = (Shards.of("parked") + 1) % Topics.SHARDS;
    ProducerRecord<String, byte[]> misplaced =
        new ProducerRecord<>(Topics.CLAIMS, wrongPartition, "parked", EventCodec.encode(good));

    sender.send(List.of(broken, misplaced));
    send(List.of(good));

    assertThat(changesOf("parked", 1)).extracting(Change::type).containsExactly(ChangeType.ADOPTED);
    List<ConsumerRecord<String, byte[]>> dead =
        TopicReader.readUntil(
            Topics.CLAIMS_DEAD_LETTER,
            seen -> seen.stream().filter(r -> "parked".equals(r.key())).count() >= 2);
    ConsumerRecord<String, byte[]> letter =
        dead.stream()
            .filter(r -> r.value().length == broken.value().length)
            .findFirst()
            .orElseThrow();
    assertThat(letter.value()).isEqualTo(broken.value());
    assertThat(letter.headers().lastHeader("trace").value()).containsExactly(0, 0xff);
    assertThat(header(letter, "dlq-reason")).contains("end-of-input");
    assertThat(header(letter, "dlq-partition")).isEqualTo("" + Shards.of("parked"));
    assertThat(dead).anyMatch(r -> header(r, "dlq-reason").contains("belongs to partition"));
  }

  @Test
  void aShardWithNothingToSayTellsItsRecordedTimeAfterItsLastChange() throws Exception {
    send(Histories.of("quiet", 7, 1));
    Change change = changesOf("quiet", 1).getFirst();
    String shard = Integer.toString(Shards.of("quiet"));

    List<ConsumerRecord<String, byte[]>> beats =
        TopicReader.readUntil(
            Topics.HEARTBEATS,
            seen -> seen.stream().anyMatch(r -> r.key().equals(shard) && isAfter(r, change)));

    assertThat(beats).isNotEmpty();
  }

  @Test
  void changesAreSentAgainToANewTopicAndHaveTheSameBytes() throws Exception {
    send(Histories.of("resent", 8, 3));
    List<byte[]> first = rawChangesOf("resent", seen -> seen.size() >= 3);

    pool.query("UPDATE change_relay SET published_position = 0").execute().await().indefinitely();

    List<byte[]> both = rawChangesOf("resent", seen -> seen.size() >= 6);
    assertThat(both.subList(3, 6)).usingRecursiveComparison().isEqualTo(first);
  }

  private static boolean isAfter(ConsumerRecord<String, byte[]> beat, Change change) {
    try {
      JsonNode body = Json.MAPPER.readTree(beat.value());
      return java.time.Instant.parse(body.get("recordedAt").textValue())
          .isAfter(change.recordedAt());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private void send(List<PolicyEvent> events) {
    sender.send(
        events.stream()
            .map(e -> new ProducerRecord<>(Topics.CLAIMS, e.company(), EventCodec.encode(e)))
            .toList());
  }

  private static List<byte[]> rawChangesOf(
      String company, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    return TopicReader.readUntil(Topics.CHANGES, seen -> enough.test(of(company, seen))).stream()
        .filter(r -> r.key().equals(company))
        .map(ConsumerRecord::value)
        .toList();
  }

  private static List<ConsumerRecord<String, byte[]>> of(
      String company, List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().filter(r -> r.key().equals(company)).toList();
  }

  /** Without those that the relay sent again. */
  private static List<Change> changesOf(String company, int atLeast)
      throws UnreadableEventException {
    List<Change> changes = new ArrayList<>();
    Set<Long> versions = new HashSet<>();
    Predicate<List<ConsumerRecord<String, byte[]>>> allSeen =
        seen -> seen.stream().map(r -> header(r, "ce_id")).distinct().count() >= atLeast;
    for (byte[] raw : rawChangesOf(company, allSeen)) {
      Change change = ChangeCodec.decode(raw);
      if (versions.add(change.version())) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static List<Long> versionsUpTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private List<PolicyEvent> storedEvents(String company) throws UnreadableEventException {
    List<PolicyEvent> events = new ArrayList<>();
    for (Row row :
        query(
            "SELECT payload::text FROM policy_event WHERE company = $1 ORDER BY position",
            company)) {
      events.add(EventCodec.decode(row.getString(0).getBytes(StandardCharsets.UTF_8)));
    }
    return events;
  }

  private Iterable<Row> query(String sql, String company) {
    return pool.preparedQuery(sql).execute(Tuple.of(company)).await().indefinitely();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
