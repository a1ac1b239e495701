package ai.policytracker.quickstart;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the user what goes on: one line a step, or one line that changes on a terminal. */
final class Console {
  private static final String CLEAR_LINE = "\r\033[K";

  /** Without a terminal the line that changes is printed anew; this often is enough in a log. */
  private static final long LOG_INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

  private final PrintStream out;
  private final boolean terminal;
  private String changing = "";
  private long printedNanos = System.nanoTime() - LOG_INTERVAL_NANOS;

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Console standard() {
    java.io.Console console = System.console();
    return new Console(System.out, console != null && console.isTerminal());
  }

  /** A line that stays. */
  synchronized void say(String line) {
    endChanging();
    out.println(line);
    out.flush();
  }

  /** A line that the next one overwrites. */
  synchronized void show(String line) {
    if (line.equals(changing)) {
      return;
    }
    if (terminal) {
      changing = line;
      out.print(CLEAR_LINE + line);
    } else if (System.nanoTime() - printedNanos >= LOG_INTERVAL_NANOS) {
      changing = line;
      printedNanos = System.nanoTime();
      out.println(line);
    }
    out.flush();
  }

  /** Ends the line that changes, before somebody else prints. */
  synchronized void endChanging() {
    if (terminal && !changing.isEmpty()) {
      out.println();
    }
    changing = "";
  }
}
