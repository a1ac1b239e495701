package ai.policytracker.event;

import java.time.Instant;

/** A fact in the event store. Nothing is ever edited: a mistake is corrected by a later event. */
public sealed interface PolicyEvent permits ClaimEvent, IdentityEvent, DateReached, FoldUpgraded {

  /** Hash of what the event is about, its type and its content. */
  String eventId();

  /** The stable name on the wire. */
  String type();

  /** The company id whose shard keeps the event; never resolved through a merge. */
  String company();

  /** When the article, the command or the date arrived that this event is derived from. */
  Instant receivedAt();

  /** What the event is about: a claim id or a company id. */
  String about();
}
