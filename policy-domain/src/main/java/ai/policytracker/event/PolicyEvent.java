package ai.policytracker.event;

import java.time.Instant;

/**
 * A fact in the event store. Two events about one claim are ordered by their revision, whatever the
 * order in which they arrive: the higher one holds.
 */
public sealed interface PolicyEvent permits ClaimAnnounced, ClaimRetracted {

  /** Hash of the claim id, the type and the content. */
  String eventId();

  /** The stable name on the wire. */
  String type();

  String claimId();

  /** Counts what was published about this claim, from 1, without gaps. */
  int revision();

  /** When ingest-service received what this event is derived from. */
  Instant receivedAt();

  /** Whose policy, on what. */
  Subject subject();
}
