package ai.policytracker.policyservice.process;

import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.wire.EventCodec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one transaction is to append, and records that cannot be read.
 *
 * @param events by event id, in the order of their arrival
 */
public record Intake(Map<String, Received> events, List<ParkedRecord> parked) {

  /**
   * @param payload as it came: the store keeps what was said, in the version of its time
   */
  public record Received(PolicyEvent event, byte[] payload) {
    static Received of(PolicyEvent event) {
      return new Received(event, EventCodec.encode(event));
    }
  }

  public static Intake of(Collection<? extends PolicyEvent> events) {
    Map<String, Received> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.eventId(), Received.of(event)));
    return new Intake(byId, List.of());
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
