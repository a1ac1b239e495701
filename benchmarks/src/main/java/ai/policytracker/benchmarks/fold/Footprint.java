package ai.policytracker.benchmarks.fold;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.AuxCounters.Type;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a run took. */
@AuxCounters(Type.EVENTS)
@State(Scope.Thread)
public class Footprint {
  private static final double BYTES_PER_MEGABYTE = 1 << 20;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private static double megabytesOfEvents;

  public double events;

  /** Reachable besides the events. */
  public double heapMegabytes;

  public double wallMillis;

  /** Of all threads: tells a machine that is busy otherwise from a slow fold. */
  public double cpuMillis;

  private long wallNanosBefore;
  private double cpuMillisBefore;
  private Object result;

  static void eventsAreMade() {
    megabytesOfEvents = reachableMegabytes();
  }

  @Setup(Level.Iteration)
  public void begin() {
    result = null;
    System.gc();
    cpuMillisBefore = cpuMillisNow();
    wallNanosBefore = System.nanoTime();
  }

  /** Keeps what the run made until the heap has been measured. */
  <T> T of(int eventCount, T made) {
    wallMillis = (System.nanoTime() - wallNanosBefore) / NANOS_PER_MILLISECOND;
    cpuMillis = cpuMillisNow() - cpuMillisBefore;
    events = eventCount;
    result = made;
    return made;
  }

  @TearDown(Level.Iteration)
  public void end() {
    heapMegabytes = reachableMegabytes() - megabytesOfEvents;
  }

  private static double reachableMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEGABYTE;
  }

  private static double cpuMillisNow() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / NANOS_PER_MILLISECOND;
  }
}
