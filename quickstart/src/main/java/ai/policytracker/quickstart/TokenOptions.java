package ai.policytracker.quickstart;

import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.process.CannotStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./tracker token} is asked for.
 *
 * @param dataFolder absolute
 * @param role null where the public key is wanted instead of a token
 */
record TokenOptions(Path dataFolder, Role role, String subject, Duration life) {
  private static final int DEFAULT_HOURS = 12;

  /** A token cannot be called back but by a new key pair. */
  private static final int MOST_HOURS = 30 * 24;

  /** The services refuse a longer one. */
  private static final int MOST_SUBJECT_CHARS = 100;

  /**
   * Reads the words after the command.
   *
   * @param home the default data folder lies in it
   * @param caller relative folders start here
   */
  static TokenOptions parse(List<String> words, Path home, Path caller) {
    Path folder = home.resolve(".tracker/data");
    String subject = System.getProperty("user.name");
    Duration life = Duration.ofHours(DEFAULT_HOURS);
    List<Role> roles = new ArrayList<>();
    boolean publicKey = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--data" -> folder = caller.resolve(value(word, rest)).normalize();
        case "--subject" -> subject = subject(value(word, rest));
        case "--hours" -> life = Duration.ofHours(hours(value(word, rest)));
        case "--public-key" -> publicKey = true;
        default -> roles.add(role(word));
      }
    }
    if (roles.size() != (publicKey ? 0 : 1)) {
      throw new CannotStartException(
          "token takes one role: " + Role.words() + "; or --public-key. See: ./tracker help token");
    }
    return new TokenOptions(folder, publicKey ? null : roles.getFirst(), subject, life);
  }

  private static Role role(String word) {
    if (word.startsWith("-")) {
      throw new CannotStartException(
          "\"token\" has no option \"" + word + "\". See: ./tracker help token");
    }
    return Role.of(word);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new CannotStartException(option + " needs a value. See: ./tracker help token");
    }
    return rest.next();
  }

  private static String subject(String text) {
    if (text.isBlank() || text.length() > MOST_SUBJECT_CHARS) {
      throw new CannotStartException(
          "--subject is a name of 1 to " + MOST_SUBJECT_CHARS + " characters.");
    }
    return text;
  }

  private static int hours(String text) {
    int hours = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (hours < 1 || hours > MOST_HOURS) {
      throw new CannotStartException(
          "--hours is a number from 1 to " + MOST_HOURS + ", not \"" + text + "\".");
    }
    return hours;
  }
}
