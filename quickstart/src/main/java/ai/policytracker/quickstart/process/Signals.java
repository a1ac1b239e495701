package ai.policytracker.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Sends signals through the shell's built-in {@code kill}: Java itself knows only TERM and KILL.
 */
final class Signals {
  private Signals() {}

  static void send(String signal, long pid) {
    List<String> command = List.of("/bin/sh", "-c", "kill -" + signal + " " + pid);
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
