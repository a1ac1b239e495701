package ai.policytracker.wire;

/** Topic names, and the number of partitions that is fixed at their birth. */
public final class Topics {
  /** Claim events, key = company id, written by ingest-service. */
  public static final String CLAIMS = "policy.claims.v1";

  /** Changes of positions, key = company id, written by policy-service. */
  public static final String CHANGES = "policy.changes.v1";

  /** Records of {@link #CLAIMS} that could not be read, as they came. */
  public static final String CLAIMS_DEAD_LETTER = "policy.claims.dlq.v1";

  /** A shard's recorded time where it has nothing to say; key = shard, short-lived. */
  public static final String HEARTBEATS = "policy.heartbeats.v1";

  /** A shard is the partition of a company id, on both topics. */
  public static final int SHARDS = 12;

  private Topics() {}
}
