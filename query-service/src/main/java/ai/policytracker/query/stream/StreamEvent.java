package ai.policytracker.query.stream;

/** What a stream sends. */
public sealed interface StreamEvent {
  /** Where a client that has seen this event goes on. */
  String id();

  /**
   * @param json the change as the feed shows it
   */
  record Changed(String id, String json) implements StreamEvent {}

  /** Nothing has happened up to here that fits the filter. */
  record Heartbeat(String id) implements StreamEvent {}

  /**
   * The stream goes on, but not where the client was.
   *
   * @param after what comes after this seq was not sent; 0 for everything
   * @param seq the stream goes on after it
   */
  record Reset(String id, Reason reason, long after, long seq) implements StreamEvent {}

  /** Why. */
  enum Reason {
    /** The numbering of changes has begun anew. */
    EPOCH,
    /** More changes lie between than a stream sends. */
    BEHIND,
    /** The feed does not go so far. */
    AHEAD
  }
}
