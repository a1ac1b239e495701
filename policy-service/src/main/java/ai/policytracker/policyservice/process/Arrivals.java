package ai.policytracker.policyservice.process;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.UnreadableEventException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records from Kafka, decoded before a transaction begins; some may have taken effect already. */
record Arrivals(List<Arrival> inOrder) {

  /**
   * @param event null where the record cannot be read
   * @param unreadable the reason; null where it can
   */
  private record Arrival(
      ConsumerRecord<String, byte[]> record, PolicyEvent event, String unreadable) {}

  static Arrivals of(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<Arrival> arrivals = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        arrivals.add(new Arrival(record, read(record), null));
      } catch (UnreadableEventException e) {
        arrivals.add(new Arrival(record, null, e.getMessage()));
      }
    }
    return new Arrivals(arrivals);
  }

  private static PolicyEvent read(ConsumerRecord<String, byte[]> record)
      throws UnreadableEventException {
    PolicyEvent event = EventCodec.decode(record.value());
    int shard = Shards.of(event.company());
    if (shard != record.partition()) {
      throw new UnreadableEventException(
          "company %s belongs to partition %d".formatted(event.company(), shard));
    }
    if (!comesFromIngest(event)) {
      throw new UnreadableEventException(event.type() + " is not for this topic");
    }
    return event;
  }

  /** Analysts' decisions come as commands, and dates by the clock. */
  private static boolean comesFromIngest(PolicyEvent event) {
    return switch (event) {
      case ClaimAnnounced e -> true;
      case ClaimRetracted e -> e.reason().authority() != Authority.ANALYST;
      case ClaimCorrected e -> e.authority() != Authority.ANALYST;
      case AnnouncementReviewed e -> false;
      case IdentityEvent e -> false;
      case DateReached e -> false;
      case FoldUpgraded e -> false;
    };
  }

  Set<Integer> shards() {
    Set<Integer> shards = new TreeSet<>();
    inOrder.forEach(arrival -> shards.add(arrival.record.partition()));
    return shards;
  }

  /** Records below a shard's offset have taken effect already; the offsets move past the rest. */
  Intake fresh(Locked locked) {
    Map<String, Intake.Received> events = new LinkedHashMap<>();
    List<ParkedRecord> parked = new ArrayList<>();
    for (Arrival arrival : inOrder) {
      ConsumerRecord<String, byte[]> record = arrival.record;
      if (record.offset() < locked.row(record.partition()).nextOffset()) {
        continue;
      }
      locked.readUpTo(record.partition(), record.offset() + 1);
      if (arrival.event == null) {
        parked.add(ParkedRecord.of(record, arrival.unreadable));
      } else {
        events.putIfAbsent(
            arrival.event.eventId(), new Intake.Received(arrival.event, record.value()));
      }
    }
    return new Intake(events, parked);
  }
}
