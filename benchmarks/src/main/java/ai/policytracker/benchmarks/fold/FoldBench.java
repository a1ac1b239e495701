package ai.policytracker.benchmarks.fold;

import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code ./tracker bench fold}: how fast the fold alone is, without I/O, on one core. The last line
 * is {@code fold key=value ...} for scripts.
 */
public final class FoldBench {
  private static final String REPLAY = "replay";
  private static final String EMIT = "emit";

  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  private final PrintStream out;

  private record Speed(double events, double wallMillis, double cpuMillis, double heapMegabytes) {
    double eventsPerSecond() {
      return events / wallMillis * 1e3;
    }

    double microsPerEvent() {
      return wallMillis / events * 1e3;
    }

    /** Less than 100 where the machine does something else too. */
    double corePercent() {
      return 100 * cpuMillis / wallMillis;
    }
  }

  private FoldBench(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws RunnerException {
    new FoldBench(System.out).run();
  }

  private void run() throws RunnerException {
    out.println(mix());
    Speed bare = told("hash map of events", "hashMap");
    Speed replay = told("replay to the final state", REPLAY);
    Speed emit = told("emit each change", EMIT);
    Speed emitOneByOne = told("emit, company by company", EMIT, "inTurn=false");
    out.printf(
        Locale.ROOT,
        "  heap after emitting: %.0f MB besides the events, %.0f bytes an event%n",
        emit.heapMegabytes(),
        emit.heapMegabytes() * BYTES_PER_MEGABYTE / emit.events());
    double largeSubjectRatio = largeSubjectRatio();
    out.println("ratio: replay against the bare reference, the same events put in a hash map");
    out.printf(
        Locale.ROOT,
        "fold eventsPerSecond=%.0f emittingEventsPerSecond=%.0f largeSubjectRatio=%.2f"
            + " heapMegabytes=%.0f ratio=%.4f emittingCompanyByCompanyEventsPerSecond=%.0f%n",
        replay.eventsPerSecond(),
        emit.eventsPerSecond(),
        largeSubjectRatio,
        emit.heapMegabytes(),
        replay.eventsPerSecond() / bare.eventsPerSecond(),
        emitOneByOne.eventsPerSecond());
  }

  private static String mix() {
    return String.format(
        Locale.ROOT,
        """
        Each figure is of one thread on one core, in a JVM of its own (%s).
        Events: 1,000 companies x 1,000, 20 subjects of 10 acts and 3 bills each, companies in turn.
        Kinds: pause 20 %%, ban 20, restriction 20, withdrawal, resumption, permission, commitment 10
          each; 8 %% of the claims call the act by another kind.
        Dates: day %d %%, month %d, year %d, published only %d, none 3; half of what is not dated by a
          day is background. Place %d %%, wire copies %d %%, publishers %d.
        Events besides: stances %d %% of the claims, retractions %d %%, later readings %d %%,
          analysts' corrections %d %%; %d merges and unmerges.
        """,
        String.join(" ", Run.JVM_ARGUMENTS),
        Articles.DAY_PERCENT,
        Articles.MONTH_PERCENT,
        Articles.YEAR_PERCENT,
        Articles.PUBLISHED_PERCENT,
        Articles.PLACED_PERCENT,
        Articles.COPIED_PERCENT,
        Articles.PUBLISHERS,
        History.STANCE_PERCENT,
        History.RETRACTION_PERCENT,
        History.REREADING_PERCENT,
        History.CORRECTION_PERCENT,
        History.MERGES);
  }

  private Speed told(String what, String benchmark, String... parameters) throws RunnerException {
    Run run = Run.of(WholeFold.class, benchmark, parameters);
    Speed speed =
        new Speed(
            run.mean("events"),
            run.mean("wallMillis"),
            run.mean("cpuMillis"),
            run.mean("heapMegabytes"));
    out.printf(
        Locale.ROOT,
        "  %-26s %,12.0f events/s %8.2f us an event, with %.0f %% of the core%n",
        what,
        speed.eventsPerSecond(),
        speed.microsPerEvent(),
        speed.corePercent());
    return speed;
  }

  /** The worst of the shapes. */
  private double largeSubjectRatio() throws RunnerException {
    out.printf(
        Locale.ROOT,
        "One subject with %,d claims, and the same claims on %d subjects, times an event:%n",
        LargeSubject.CLAIMS,
        LargeSubject.SMALL_SUBJECTS);
    return Math.max(ratio(EMIT, 0), Math.max(ratio(EMIT, 5), ratio(REPLAY, 5)));
  }

  private double ratio(String benchmark, int laterPercent) throws RunnerException {
    Run run = Run.of(LargeSubject.class, benchmark, "laterPercent=" + laterPercent);
    String what = "%s, %d %% retracted or read again".formatted(benchmark, laterPercent);
    return Math.max(
        ratio(what + ", ten years", run, "tenYears"), ratio(what + ", one act", run, "oneAct"));
  }

  private double ratio(String what, Run run, String shape) {
    double one = run.sum(shape + "OneMicros") / run.sum("turns");
    double many = run.sum(shape + "ManyMicros") / run.sum("turns");
    out.printf(
        Locale.ROOT, "  %-48s %8.2f us against %6.2f us: %.2f%n", what, one, many, one / many);
    return one / many;
  }
}
