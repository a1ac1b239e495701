package ai.policytracker.event;

import java.time.Instant;

/** A fact in the event store. Nothing is ever edited: a mistake is corrected by a later event. */
public sealed interface PolicyEvent permits ClaimEvent, IdentityEvent, DateReached, FoldUpgraded {

  /** Hash of what the event is about, its type and its content. */
  String eventId();

  /** The stable name on the wire. */
  String type();

  /**
   * The company id whose shard keeps the event: of claims the one that they name, whatever was
   * merged, of dates the one that the position counted for.
   */
  String company();

  /** When the article, the command or the date arrived that this event is derived from. */
  Instant receivedAt();

  /** What the event is about: a claim id or a company id. */
  String about();
}
