package ai.policytracker.policyservice.process;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.UnreadableEventException;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one transaction is to append, and records that cannot be read.
 *
 * @param events by event id, in the order of their arrival
 */
public record Intake(Map<String, Received> events, List<ParkedRecord> parked) {

  /**
   * @param payload as it came: the store keeps what was said, in the version of its time
   */
  public record Received(PolicyEvent event, Buffer payload) {
    static Received of(PolicyEvent event) {
      return new Received(event, Buffer.buffer(EventCodec.encode(event)));
    }
  }

  public static Intake of(Collection<? extends PolicyEvent> events) {
    Map<String, Received> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.eventId(), Received.of(event)));
    return new Intake(byId, List.of());
  }

  /** Records below a shard's offset have taken effect already; the offsets move past the rest. */
  static Intake of(Iterable<ConsumerRecord<String, byte[]>> records, Locked locked) {
    Map<String, Received> events = new LinkedHashMap<>();
    List<ParkedRecord> parked = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.offset() < locked.row(record.partition()).nextOffset()) {
        continue;
      }
      locked.readUpTo(record.partition(), record.offset() + 1);
      try {
        PolicyEvent event = read(record);
        events.putIfAbsent(event.eventId(), new Received(event, Buffer.buffer(record.value())));
      } catch (UnreadableEventException e) {
        parked.add(ParkedRecord.of(record, e.getMessage()));
      }
    }
    return new Intake(events, parked);
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

  Intake without(Set<String> knownEventIds) {
    Map<String, Received> rest = new LinkedHashMap<>(events);
    rest.keySet().removeAll(knownEventIds);
    return new Intake(rest, parked);
  }

  List<PolicyEvent> inOrder() {
    return events.values().stream().map(Received::event).toList();
  }

  Set<String> claimIds() {
    return events.values().stream()
        .map(Received::event)
        .filter(e -> e instanceof ClaimEvent || e instanceof DateReached)
        .map(PolicyEvent::about)
        .collect(Collectors.toSet());
  }
}
