package ai.policytracker.policyservice.process;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.UnreadableEventException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is new in a poll: events that can be appended, and records that cannot be read.
 *
 * @param shards the locked rows, with the offset moved past the poll
 * @param events by event id, in the order of their arrival
 */
record ClaimBatch(
    SortedMap<Integer, ShardRow> shards,
    Map<String, PolicyEvent> events,
    List<ParkedRecord> parked) {

  /** Records below a shard's offset have taken effect already. */
  static ClaimBatch of(
      Iterable<ConsumerRecord<String, byte[]>> records, Collection<ShardRow> locked) {
    SortedMap<Integer, ShardRow> shards = new TreeMap<>();
    locked.forEach(row -> shards.put(row.shard(), row));
    Map<String, PolicyEvent> events = new LinkedHashMap<>();
    List<ParkedRecord> parked = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      ShardRow shard = shards.get(record.partition());
      if (record.offset() < shard.nextOffset()) {
        continue;
      }
      shards.put(shard.shard(), shard.readUpTo(record.offset() + 1));
      try {
        PolicyEvent event = read(record);
        events.putIfAbsent(event.eventId(), event);
      } catch (UnreadableEventException e) {
        parked.add(ParkedRecord.of(record, e.getMessage()));
      }
    }
    return new ClaimBatch(shards, events, parked);
  }

  private static PolicyEvent read(ConsumerRecord<String, byte[]> record)
      throws UnreadableEventException {
    PolicyEvent event = EventCodec.decode(record.value());
    int shard = Shards.of(event.subject().company());
    if (shard != record.partition()) {
      throw new UnreadableEventException(
          "company %s belongs to partition %d".formatted(event.subject().company(), shard));
    }
    return event;
  }

  ClaimBatch without(Set<String> knownEventIds) {
    Map<String, PolicyEvent> rest = new LinkedHashMap<>(events);
    rest.keySet().removeAll(knownEventIds);
    return new ClaimBatch(shards, rest, parked);
  }

  Set<Subject> subjects() {
    return events.values().stream().map(PolicyEvent::subject).collect(Collectors.toSet());
  }

  Set<String> companies() {
    return subjects().stream().map(Subject::company).collect(Collectors.toSet());
  }
}
