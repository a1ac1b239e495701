package ai.policytracker.query.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** Answers that are kept in memory. */
@ConfigMapping(prefix = "tracker.answers")
public interface AnswerSettings {
  /** Bytes of answers kept in memory; a tenth of the heap where it is not set, 0 for none. */
  OptionalLong memoryBytes();

  /** Larger answers are not kept, in bytes. */
  @WithDefault("1000000")
  int largestKept();

  /**
   * How long an answer for now is sent again while nothing changes: so old its {@code knownAt} may
   * be. Answers for a known time that is final are kept as long as there is room.
   */
  @WithDefault("5s")
  Duration nowKeptFor();
}
