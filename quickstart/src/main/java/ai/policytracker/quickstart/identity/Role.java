package ai.policytracker.quickstart.identity;

import ai.policytracker.quickstart.process.CannotStartException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a token allows; the services know the roles by the same words. */
public enum Role {
  READER,
  ANALYST,
  SUBSCRIBER,
  OPERATOR;

  /** As in a token's {@code groups}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of this word.
   *
   * @throws CannotStartException if there is none
   */
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotStartException(
                    "There is no role \"" + word + "\". The roles are: " + words() + "."));
  }

  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
