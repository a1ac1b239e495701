package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ChildProcess;
import ai.policytracker.quickstart.process.Launch;
import ai.policytracker.quickstart.process.LogTail;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.process.Tier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Kafka broker that is its own controller, as a process of this machine. */
final class KafkaBroker {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final Path jars;
  private final DataFolder folder;

  KafkaBroker(Path jars, DataFolder folder) {
    this.jars = jars;
    this.folder = folder;
  }

  /** Creates the empty storage. */
  void initialise(int port, int controllerPort) {
    Path log = folder.logs().resolve("kafka-init.log");
    try {
      Files.createDirectories(log.getParent());
      List<String> command = java("kafka.tools.StorageTool");
      // One word: an id may begin with a dash.
      command.addAll(List.of("format", "--cluster-id=" + newClusterId()));
      command.addAll(List.of("--config", writeConfiguration(port, controllerPort).toString()));
      Process format =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (format.waitFor() != 0) {
        throw new CannotStartException(
            "Kafka's data folder could not be created.\n" + LogTail.explain(log));
      }
    } catch (IOException e) {
      throw new CannotStartException("Cannot format Kafka's storage: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Stopped while Kafka's data folder was created.", e);
    }
  }

  /** Starts it and waits until it takes clients, which it does once it can serve them. */
  ChildProcess start(ProcessGroup group, int port, int controllerPort) {
    List<String> command = java("kafka.Kafka");
    command.add(writeConfiguration(port, controllerPort).toString());
    Path log = folder.logs().resolve("kafka.log");
    ChildProcess broker =
        group.start(new Launch("kafka", Tier.BROKER, command, Map.of(), log, port));
    broker.awaitPort(START_TIMEOUT);
    return broker;
  }

  private Path writeConfiguration(int port, int controllerPort) {
    Path file = folder.path().resolve("kafka.properties");
    try {
      Files.writeString(file, KafkaConfiguration.singleNode(port, controllerPort, folder.kafka()));
      return file;
    } catch (IOException e) {
      throw new CannotStartException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private List<String> java(String mainClass) {
    if (!Files.isDirectory(jars)) {
      throw new CannotStartException(
          "Kafka's jars are not in " + jars + ". Build them: ./tracker mvn -Dfast package");
    }
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-cp",
            jars + "/*",
            mainClass));
  }

  /** 16 random bytes in Kafka's notation. */
  private static String newClusterId() {
    UUID random = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(random.getMostSignificantBits())
            .putLong(random.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
