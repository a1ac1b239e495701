package ai.policytracker.policyservice.rebuild;

import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * {@code rebuild [--apply]}: refolds the event store, lists each difference, and with {@code
 * --apply} stores the result. Ends with 0 where nothing differed or all was mended, else with 3.
 */
public class RebuildCommand implements QuarkusApplication {
  private static final int DIFFERENCES = 3;
  private static final int MOST_LISTED = 200;

  private final Rebuild rebuild;

  RebuildCommand(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Override
  public int run(String... args) {
    boolean apply = Arrays.asList(args).contains("--apply");
    PrintStream out = System.out;
    List<String> differences = rebuild.run(apply, line -> System.err.println("  " + line));
    differences.stream().limit(MOST_LISTED).forEach(out::println);
    if (differences.size() > MOST_LISTED) {
      out.printf("... and %,d more%n", differences.size() - MOST_LISTED);
    }
    out.printf(
        "%,d differences%s%n",
        differences.size(),
        differences.isEmpty() ? "" : apply ? ", mended" : "; --apply mends them");
    return differences.isEmpty() || apply ? 0 : DIFFERENCES;
  }
}
