package ai.policytracker.benchmarks.fold;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Fold;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.AuxCounters.Type;
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

/**
 * One subject with 10,000 claims, and the same claims spread over subjects of 50: in turns in one
 * JVM, so that all are compiled alike and whatever else the machine does slows all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 25)
@Measurement(iterations = 1, time = 10)
public class LargeSubject {
  static final int CLAIMS = 10_000;
  static final int SMALL_SUBJECTS = CLAIMS / 50;
  private static final long SEED = 2;

  /** Events besides that are retractions or later readings, out of a hundred claims. */
  @Param({"0", "5"})
  int laterPercent;

  private Claims tenYears;
  private Claims oneAct;

  private record Claims(List<PolicyEvent> ofOne, List<PolicyEvent> ofMany) {}

  /** Sums over the turns of an iteration. */
  @AuxCounters(Type.EVENTS)
  @State(Scope.Thread)
  public static class Turns {
    public double turns;
    public double tenYearsOneMicros;
    public double tenYearsManyMicros;
    public double oneActOneMicros;
    public double oneActManyMicros;
  }

  @Setup(Level.Trial)
  public void makeEvents() {
    tenYears = claims(Shape.TEN_YEARS);
    oneAct = claims(Shape.ONE_ACT);
  }

  private Claims claims(Shape shape) {
    return new Claims(
        History.ofSubject(SEED, shape, CLAIMS, 1, laterPercent),
        History.ofSubject(SEED, shape, CLAIMS, SMALL_SUBJECTS, laterPercent));
  }

  @Benchmark
  public void replay(Turns turns, Blackhole folds) {
    turn(turns, events -> folds.consume(Fold.replay(events)));
  }

  @Benchmark
  public void emit(Turns turns, Blackhole changes) {
    turn(turns, events -> changes.consume(WholeFold.emitted(events, changes)));
  }

  private void turn(Turns turns, Consumer<List<PolicyEvent>> fold) {
    turns.turns++;
    turns.tenYearsOneMicros += microsPerEvent(tenYears.ofOne, fold);
    turns.tenYearsManyMicros += microsPerEvent(tenYears.ofMany, fold);
    turns.oneActOneMicros += microsPerEvent(oneAct.ofOne, fold);
    turns.oneActManyMicros += microsPerEvent(oneAct.ofMany, fold);
  }

  private static double microsPerEvent(List<PolicyEvent> events, Consumer<List<PolicyEvent>> fold) {
    long begin = System.nanoTime();
    fold.accept(events);
    return (System.nanoTime() - begin) / 1e3 / events.size();
  }
}
