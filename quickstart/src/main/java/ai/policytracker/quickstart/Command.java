package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ProcessRecord;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import ai.policytracker.quickstart.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A program that an operator runs beside the tracker on a data folder: {@code rebuild} and {@code
 * audit}. What it prints is the answer; its exit code is the command's.
 */
final class Command {
  private static final String HEAP = "-Xmx2g";

  /** Results go to standard output; what else is worth knowing to standard error. */
  private static final Map<String, String> QUIET =
      Map.of(
          "QUARKUS_LOG_LEVEL", "WARN",
          "QUARKUS_LOG_CONSOLE_STDERR", "true",
          "QUARKUS_BANNER_ENABLED", "false");

  private final Path home;
  private final Path dataFolder;
  private final List<String> program;

  private Command(Path home, Path dataFolder, List<String> program) {
    this.home = home;
    this.dataFolder = dataFolder;
    this.program = program;
  }

  static Command rebuild(List<String> words, Path home, Path caller) {
    Words read = Words.of("rebuild", words, home, caller);
    if (read.rest.size() != 1 || !List.of("policy", "query").contains(read.rest.getFirst())) {
      throw new CannotStartException(
          "rebuild takes \"policy\" or \"query\". See: ./tracker help rebuild");
    }
    String service = read.rest.getFirst();
    if (read.apply && service.equals("query")) {
      throw new CannotStartException(
          "rebuild query always replaces: it has no --apply. See: ./tracker help rebuild");
    }
    Path jar = home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    List<String> program = new ArrayList<>(List.of("-jar", jar.toString(), "rebuild"));
    if (read.apply) {
      program.add("--apply");
    }
    return new Command(home, read.dataFolder, program);
  }

  static Command audit(List<String> words, Path home, Path caller) {
    Words read = Words.of("audit", words, home, caller);
    if (!read.rest.isEmpty() || read.apply) {
      throw new CannotStartException("audit takes only --data. See: ./tracker help audit");
    }
    String classPath =
        home.resolve("audit/target/classes") + ":" + home.resolve("audit/target/libs/*");
    return new Command(
        home, read.dataFolder, List.of("-cp", classPath, "ai.policytracker.audit.AuditCommand"));
  }

  private record Words(Path dataFolder, boolean apply, List<String> rest) {
    static Words of(String command, List<String> words, Path home, Path caller) {
      Path folder = home.resolve(".tracker/data");
      boolean apply = false;
      List<String> others = new ArrayList<>();
      for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
        String word = rest.next();
        if (word.equals("--data") && rest.hasNext()) {
          folder = caller.resolve(rest.next()).normalize();
        } else if (word.equals("--apply")) {
          apply = true;
        } else if (word.startsWith("-")) {
          throw new CannotStartException(
              "\"%s\" has no option \"%s\". See: ./tracker help %s"
                  .formatted(command, word, command));
        } else {
          others.add(word);
        }
      }
      return new Words(folder, apply, others);
    }
  }

  /**
   * @return the program's exit code
   */
  int run() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).inheritIO();
    builder.environment().putAll(environment());
    builder.environment().putAll(QUIET);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CannotStartException("Cannot start " + command + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private Map<String, String> environment() {
    RunState state = Files.exists(dataFolder) ? new RunFile(dataFolder).read().orElse(null) : null;
    if (state == null || state.alive().isEmpty()) {
      throw new CannotStartException(
          "Nothing runs on " + dataFolder + ". Start it: ./tracker up --detach");
    }
    return EmbeddedStack.address(port(state, "kafka"), port(state, "postgres"))
        .environment(Up.DATABASE);
  }

  private static int port(RunState state, String name) {
    return state.alive().stream()
        .filter(process -> process.name().equals(name))
        .map(ProcessRecord::port)
        .findFirst()
        .orElseThrow(() -> new CannotStartException(name + " does not run. See: ./tracker status"));
  }
}
