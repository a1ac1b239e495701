package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param dataFolder absolute
 * @param detach return once everything runs
 * @param samples ingest the sample articles
 * @param portBase HTTP port of the first service; the others follow
 */
record Options(Path dataFolder, boolean detach, boolean samples, int portBase) {
  private static final int DEFAULT_PORT_BASE = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the words after the command.
   *
   * @param home the default data folder lies in it
   * @param caller relative folders start here
   */
  static Options parse(String command, List<String> words, Path home, Path caller) {
    Options options = new Options(home.resolve(".tracker/data"), false, true, DEFAULT_PORT_BASE);
    boolean up = command.equals("up");
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (word.equals("--data")) {
        options = options.withDataFolder(caller.resolve(value(word, rest)).normalize());
      } else if (up && word.equals("--detach")) {
        options = new Options(options.dataFolder, true, options.samples, options.portBase);
      } else if (up && word.equals("--no-samples")) {
        options = new Options(options.dataFolder, options.detach, false, options.portBase);
      } else if (up && word.equals("--port-base")) {
        int port = port(value(word, rest));
        options = new Options(options.dataFolder, options.detach, options.samples, port);
      } else {
        throw new CannotStartException(
            "\"" + command + "\" has no option \"" + word + "\". See: ./tracker help " + command);
      }
    }
    return options;
  }

  private Options withDataFolder(Path folder) {
    return new Options(folder, detach, samples, portBase);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new CannotStartException(option + " needs a value. See: ./tracker help up");
    }
    return rest.next();
  }

  private static int port(String text) {
    int highestBase = HIGHEST_PORT - Service.values().length + 1;
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > highestBase) {
      throw new CannotStartException(
          "--port-base is a number from 1 to " + highestBase + ", not \"" + text + "\".");
    }
    return port;
  }
}
