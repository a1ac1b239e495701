package ai.policytracker.benchmarks.fold;

import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.Fold;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Companies with 1,000 events each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class WholeFold {
  static final int EVENTS_PER_COMPANY = 1_000;
  private static final long SEED = 1;
  private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00.000001Z");
  private static final int NANOS_APART = 1_000;

  @Param("1000")
  int companies;

  @Param("true")
  boolean inTurn;

  private List<PolicyEvent> events;

  @Setup(Level.Trial)
  public void makeEvents() {
    events = History.of(SEED, companies, EVENTS_PER_COMPANY, inTurn);
    Footprint.eventsAreMade();
  }

  /** The bare reference: the newest event of each claim, in a hash map. */
  @Benchmark
  public Object hashMap(Footprint footprint) {
    Map<String, PolicyEvent> newest = new HashMap<>();
    for (PolicyEvent event : events) {
      if (event instanceof ClaimEvent ofClaim) {
        newest.put(ofClaim.claimId(), event);
      }
    }
    return footprint.of(events.size(), newest);
  }

  @Benchmark
  public Object replay(Footprint footprint) {
    return footprint.of(events.size(), Fold.replay(events));
  }

  @Benchmark
  public Object emit(Footprint footprint, Blackhole changes) {
    return footprint.of(events.size(), emitted(events, changes));
  }

  static Fold emitted(List<PolicyEvent> events, Blackhole changes) {
    Fold fold = new Fold(Aliases.NONE);
    Instant recordedAt = FIRST;
    for (PolicyEvent event : events) {
      recordedAt = recordedAt.plusNanos(NANOS_APART);
      changes.consume(fold.apply(event, recordedAt));
    }
    return fold;
  }
}
