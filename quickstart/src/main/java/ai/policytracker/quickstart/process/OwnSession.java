package ai.policytracker.quickstart.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a command into a session of its own, so that Ctrl-C in the terminal reaches only this
 * program, which then stops its children in order. The process id stays that of the command.
 */
final class OwnSession {
  private static final List<String> PREFIX = prefix();

  private OwnSession() {}

  static List<String> wrap(List<String> command) {
    List<String> wrapped = new ArrayList<>(PREFIX);
    wrapped.addAll(command);
    return wrapped;
  }

  private static List<String> prefix() {
    if (isOnPath("setsid")) {
      return List.of("setsid");
    }
    if (isOnPath("perl")) { // macOS has no setsid command
      return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!");
    }
    return List.of();
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
