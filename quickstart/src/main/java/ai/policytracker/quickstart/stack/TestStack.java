package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.util.Optional;
import java.util.Properties;

/**
 * Kafka and PostgreSQL for tests: in containers where a Docker engine answers, else as processes.
 * The system property {@code tracker.stack}, else the variable {@code TRACKER_STACK}, chooses one:
 * {@code containers} or {@code embedded}.
 */
public final class TestStack {
  private static final String SHARED = "tracker.test-stack";

  private TestStack() {}

  /**
   * The stack of this JVM: started at the first call, stopped when the JVM ends. Closing it does
   * nothing. Tests share it, so each takes a database and topics with names of its own.
   *
   * @throws CannotStartException if it cannot start
   */
  public static Stack shared() {
    // Test frameworks load this class in several class loaders; the system properties exist once.
    Properties jvmWide = System.getProperties();
    synchronized (jvmWide) {
      return readAddress(jvmWide).orElseGet(() -> publish(jvmWide));
    }
  }

  /** A new stack, for tests that stop or kill parts of it. The caller closes it. */
  public static Stack start() {
    String choice = System.getProperty("tracker.stack", System.getenv("TRACKER_STACK"));
    return switch (choice == null || choice.isBlank() ? "any" : choice) {
      case "embedded" -> TemporaryStack.start();
      case "containers" -> startContainers();
      case "any" -> startEither();
      default ->
          throw new CannotStartException(
              "TRACKER_STACK is \"" + choice + "\"; it may be containers or embedded.");
    };
  }

  private static Stack startContainers() {
    ContainerEngine.problem()
        .ifPresent(
            problem -> {
              throw new CannotStartException(
                  "TRACKER_STACK asks for containers, but they cannot be used: " + problem);
            });
    return ContainerStack.start();
  }

  private static Stack startEither() {
    if (ContainerEngine.problem().isPresent()) {
      return TemporaryStack.start();
    }
    try {
      return ContainerStack.start();
    } catch (CannotStartException e) {
      System.err.println(e.getMessage() + "\nKafka and PostgreSQL run as processes instead.");
      return TemporaryStack.start();
    }
  }

  private static StackAddress publish(Properties jvmWide) {
    StackAddress address = StackAddress.of(start());
    jvmWide.setProperty(SHARED + ".kafka", address.kafkaBootstrapServers());
    jvmWide.setProperty(SHARED + ".host", address.postgresHost());
    jvmWide.setProperty(SHARED + ".port", Integer.toString(address.postgresPort()));
    jvmWide.setProperty(SHARED + ".user", address.postgresUser());
    jvmWide.setProperty(SHARED + ".password", address.postgresPassword());
    return address;
  }

  private static Optional<StackAddress> readAddress(Properties jvmWide) {
    return Optional.ofNullable(jvmWide.getProperty(SHARED + ".kafka"))
        .map(
            kafka ->
                new StackAddress(
                    kafka,
                    jvmWide.getProperty(SHARED + ".host"),
                    Integer.parseInt(jvmWide.getProperty(SHARED + ".port")),
                    jvmWide.getProperty(SHARED + ".user"),
                    jvmWide.getProperty(SHARED + ".password")));
  }
}
