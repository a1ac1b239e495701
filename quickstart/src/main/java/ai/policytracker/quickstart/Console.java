package ai.policytracker.quickstart;

import java.io.PrintStream;

/** Tells the user what goes on: one line a step, or one line that changes on a terminal. */
final class Console {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private String changing = "";

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

  /** A line that the next one overwrites; without a terminal each is printed once. */
  synchronized void show(String line) {
    if (line.equals(changing)) {
      return;
    }
    changing = line;
    if (terminal) {
      out.print(CLEAR_LINE + line);
    } else {
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
