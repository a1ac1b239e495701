package ai.policytracker.policyservice.process;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.ClaimEntry;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.policy.Placed;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.UnreadableEventException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A row of {@code claim_state}.
 *
 * @param company the one that the claim names, as corrected
 * @param subject key of the subject that it counts in; null where it does not hold
 * @param entry JSON; null where it does not hold
 * @param reading event id of the newest reading; null where none has come
 * @param rulings JSON; null where nothing else was said of the claim
 */
record ClaimRow(
    String claimId, String company, String subject, String entry, String reading, String rulings) {

  /** What a claim's state holds beside its reading. */
  private record Rulings(
      int lostRevision,
      ClaimState.Ruling byArticle,
      ClaimState.Ruling byAnalyst,
      ClaimState.Review review) {}

  /**
   * @param named the company that the event names, where there is no reading
   */
  static ClaimRow of(ClaimState claim, String named, Aliases aliases) {
    Optional<Placed> placed = Placed.of(claim, aliases);
    String read = claim.reading() == null ? named : claim.reading().company();
    boolean ruled =
        claim.lostRevision() > 0
            || claim.byArticle() != null
            || claim.byAnalyst() != null
            || claim.review() != null;
    return new ClaimRow(
        claim.claimId(),
        placed.map(p -> p.content().company()).orElse(read),
        placed.map(p -> p.subject().key()).orElse(null),
        placed.map(p -> json(p.entry())).orElse(null),
        claim.reading() == null ? null : claim.reading().eventId(),
        ruled
            ? json(
                new Rulings(
                    claim.lostRevision(), claim.byArticle(), claim.byAnalyst(), claim.review()))
            : null);
  }

  /**
   * @param reading the stored payload of the newest reading; null where there is none
   * @param rulings null where there are none
   */
  static ClaimState state(String claimId, String reading, String rulings) {
    Rulings said =
        rulings == null ? new Rulings(0, null, null, null) : read(rulings, Rulings.class);
    return new ClaimState(
        claimId,
        reading == null ? null : (ClaimAnnounced) event(reading),
        said.lostRevision(),
        said.byArticle(),
        said.byAnalyst(),
        said.review());
  }

  static ClaimEntry entry(String json) {
    return read(json, ClaimEntry.class);
  }

  /** An event of the store, whatever version wrote it. */
  static PolicyEvent event(String payload) {
    try {
      return EventCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("a stored event is unreadable", e);
    }
  }

  private static String json(Record value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of the domain are always writable", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored state is unreadable; rebuild it", e);
    }
  }
}
