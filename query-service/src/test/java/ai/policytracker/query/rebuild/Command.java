package ai.policytracker.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.QueryParts;
import ai.policytracker.quickstart.stack.TestStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as an operator runs it. */
final class Command {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  /** What it prints; it has to end well. */
  String run(String argument) throws IOException, InterruptedException {
    assertThat(JAR).exists();
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-jar",
                    JAR.toString(),
                    argument))
            .redirectErrorStream(true);
    command.environment().putAll(TestStack.shared().environment(QueryParts.DATABASE));
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
