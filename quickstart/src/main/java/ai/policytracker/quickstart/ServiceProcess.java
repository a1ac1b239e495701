package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ChildProcess;
import ai.policytracker.quickstart.process.Launch;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.process.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged service as a process of this machine. */
public final class ServiceProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private final Service service;
  private final ChildProcess process;
  private final Http http;

  private ServiceProcess(Service service, ChildProcess process, Http http) {
    this.service = service;
    this.process = process;
    this.http = http;
  }

  /**
   * Starts it, without waiting until it is ready.
   *
   * @param home the project's root folder
   * @throws CannotStartException if it is not packaged
   */
  public static ServiceProcess start(
      ProcessGroup group, Service service, int port, Path home, Settings settings) {
    Path jar = home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new CannotStartException(jar + " is missing. Build it: ./tracker mvn -Dfast package");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.memoryOptions());
    command.addAll(
        List.of(
            // Ready in two thirds of the time and 15 % smaller than with the optimising compiler.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString()));
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    Path log = settings.logs().resolve(service.module() + ".log");
    ChildProcess process =
        group.start(new Launch(service.module(), Tier.SERVICE, command, environment, log, port));
    return new ServiceProcess(service, process, Http.local(port));
  }

  /**
   * What all services of a run share.
   *
   * @param environment leads to the stack, see {@code Stack.environment}
   * @param logs folder for their logs
   */
  public record Settings(Map<String, String> environment, Path logs) {}

  public Service service() {
    return service;
  }

  public ChildProcess process() {
    return process;
  }

  /** Talks to it. */
  public Http http() {
    return http;
  }

  /**
   * Waits until it says that it is ready.
   *
   * @throws CannotStartException if it ends before, or the time is over
   */
  public void awaitReady() {
    process.awaitReady(() -> http.isReady(), START_TIMEOUT);
  }
}
