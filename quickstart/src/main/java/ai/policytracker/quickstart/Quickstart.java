package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.stack.TrackerHome;
import java.nio.file.Path;
import java.util.List;

/**
 * The commands of {@code ./tracker} that run the system: {@code up}, {@code down} and {@code
 * status}; and {@code token}, {@code rebuild} and {@code audit}. Exit codes: 0 done, 1 something is
 * in the way or not well, 3 something differs.
 */
public final class Quickstart {
  private Quickstart() {}

  public static void main(String[] words) {
    try {
      System.exit(run(words[0], List.of(words).subList(1, words.length)));
    } catch (CannotStartException e) {
      System.err.println("tracker: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int run(String command, List<String> words) {
    Path home = TrackerHome.find();
    Path caller = Path.of(System.getProperty("tracker.caller", "")).toAbsolutePath();
    if (command.equals("token")) {
      new Token(TokenOptions.parse(words, home, caller)).run(System.out, System.err);
      return 0;
    }
    if (command.equals("rebuild")) {
      return Command.rebuild(words, home, caller).run();
    }
    if (command.equals("audit")) {
      return Command.audit(words, home, caller).run();
    }
    Options options = Options.parse(command, words, home, caller);
    Console console = Console.standard();
    switch (command) {
      case "up" -> new Up(options, home, console).run();
      case "down" -> new Down(options.dataFolder(), console).run();
      case "status" -> {
        return new Status(options.dataFolder(), console).run() ? 0 : 1;
      }
      default -> throw new CannotStartException("There is no command \"" + command + "\".");
    }
    return 0;
  }
}
