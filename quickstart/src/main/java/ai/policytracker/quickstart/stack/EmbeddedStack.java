package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ProcessGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka and PostgreSQL as processes of this machine, on free ports of their own. */
public final class EmbeddedStack implements Stack {
  private final ProcessGroup group;
  private final StackAddress address;

  private EmbeddedStack(ProcessGroup group, StackAddress address) {
    this.group = group;
    this.address = address;
  }

  /**
   * Starts both on the folder's data, which they find again after a restart or a crash.
   *
   * @param group takes the processes and stops them when it is closed
   * @throws CannotStartException if one cannot start; what runs by then stays in the group
   */
  public static EmbeddedStack start(ProcessGroup group, DataFolder folder, Durability durability) {
    Path home = TrackerHome.find();
    List<Integer> ports = Ports.free(3);
    StackAddress address = address(ports.get(0), ports.get(1));
    Path programs = PostgresPrograms.unpacked(home.resolve(".tracker"));
    PostgresServer postgres = new PostgresServer(programs, folder, durability);
    KafkaBroker kafka = new KafkaBroker(home.resolve("quickstart/broker/target/libs"), folder);
    boolean complete = folder.isComplete();
    together(
        () -> {
          if (!complete) {
            postgres.initialise();
          }
          postgres.start(group, address);
        },
        () -> {
          if (!complete) {
            kafka.initialise(ports.get(0), ports.get(2));
          }
          kafka.start(group, ports.get(0), ports.get(2));
        });
    if (!complete) {
      folder.markComplete();
    }
    return new EmbeddedStack(group, address);
  }

  /** One that runs on this machine already. */
  public static StackAddress address(int kafkaPort, int postgresPort) {
    return new StackAddress(
        "127.0.0.1:" + kafkaPort,
        "127.0.0.1",
        postgresPort,
        PostgresServer.USER,
        PostgresServer.PASSWORD);
  }

  private static void together(Runnable first, Runnable second) {
    CompletableFuture<Void> firstDone =
        CompletableFuture.runAsync(first, Thread::startVirtualThread);
    CompletableFuture<Void> secondDone =
        CompletableFuture.runAsync(second, Thread::startVirtualThread);
    try {
      CompletableFuture.allOf(firstDone, secondDone).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CannotStartException plain) {
        throw plain;
      }
      throw e;
    }
  }

  @Override
  public String kafkaBootstrapServers() {
    return address.kafkaBootstrapServers();
  }

  @Override
  public String postgresHost() {
    return address.postgresHost();
  }

  @Override
  public int postgresPort() {
    return address.postgresPort();
  }

  @Override
  public String postgresUser() {
    return address.postgresUser();
  }

  @Override
  public String postgresPassword() {
    return address.postgresPassword();
  }

  @Override
  public void close() {
    group.close();
  }
}
