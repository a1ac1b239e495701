package ai.policytracker.benchmarks.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Where the time goes: samples of the reading thread, taken by the JVM's flight recorder. */
record Shares(Map<Stage, Integer> samples) {
  /** In Java's code, and in a native library, as the network's. */
  private static final Set<String> SAMPLES =
      Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

  private static final Duration PERIOD = Duration.ofMillis(10);

  /** Only samples of the thread that calls count: what it does is done in this thread. */
  static Shares of(Runnable reading) throws IOException {
    Path file = Files.createTempFile("extract", ".jfr");
    try (var recording = new Recording()) {
      SAMPLES.forEach(event -> recording.enable(event).withPeriod(PERIOD));
      recording.start();
      reading.run();
      recording.stop();
      recording.dump(file);
      return counted(file, Thread.currentThread().getName());
    } finally {
      Files.delete(file);
    }
  }

  private static Shares counted(Path file, String thread) throws IOException {
    Map<Stage, Integer> samples = new EnumMap<>(Stage.class);
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      boolean own =
          SAMPLES.contains(event.getEventType().getName())
              && thread.equals(event.getThread("sampledThread").getJavaName());
      if (own && event.getStackTrace() != null) {
        samples.merge(Stage.of(event.getStackTrace().getFrames()), 1, Integer::sum);
      }
    }
    return new Shares(samples);
  }

  int all() {
    return samples.values().stream().mapToInt(count -> count).sum();
  }

  double percent(Stage stage) {
    return 100.0 * samples.getOrDefault(stage, 0) / Math.max(1, all());
  }
}
