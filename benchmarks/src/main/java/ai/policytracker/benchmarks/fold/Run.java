package ai.policytracker.benchmarks.fold;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One benchmark, run in a JVM of its own, and what it counted. */
record Run(Collection<IterationResult> iterations) {
  /**
   * The young generation is large, so that the collector costs little; the old one holds it all.
   */
  static final List<String> JVM_ARGUMENTS =
      List.of("-XX:+UseSerialGC", "-Xms5g", "-Xmx5g", "-Xmn2500m");

  /** JMH itself calls what JDK 25 warns about. */
  private static final String NO_WARNINGS = "--sun-misc-unsafe-memory-access=allow";

  /**
   * @param parameters {@code name=value}
   */
  static Run of(Class<?> benchmarks, String method, String... parameters) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmarks.getName() + "." + method + "$")
            .jvmArgs(JVM_ARGUMENTS.toArray(String[]::new))
            .jvmArgsAppend(NO_WARNINGS)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    for (String parameter : parameters) {
      String[] nameAndValue = parameter.split("=", 2);
      options.param(nameAndValue[0], nameAndValue[1]);
    }
    return new Run(
        new Runner(options.build())
            .runSingle()
            .getBenchmarkResults()
            .iterator()
            .next()
            .getIterationResults());
  }

  /** Over all measured iterations. */
  double sum(String counter) {
    return iterations.stream().mapToDouble(i -> counted(i, counter)).sum();
  }

  double mean(String counter) {
    return sum(counter) / iterations.size();
  }

  private static double counted(IterationResult iteration, String counter) {
    return iteration.getSecondaryResults().get(counter).getScore();
  }
}
