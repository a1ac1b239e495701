package ai.policytracker.policy;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy covers within its technology (folding rule 2). A wider policy answers a narrower
 * question too, beside one that fits exactly; a narrower policy says nothing about a wider
 * question.
 *
 * @param jurisdiction null where none is stated: everywhere
 */
public record Coverage(Activity activity, Audience audience, String jurisdiction) {
  private static final Set<String> EU_MEMBERS =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
  private static final int COUNTRY_CHARS = 2;

  /** How well a policy fits a question. */
  public enum Match {
    EXACT,
    /** It covers what is asked, and more. */
    WIDER
  }

  /** What is asked; null in a field is: of any. */
  public record Question(Activity activity, Audience audience, String jurisdiction) {}

  public Coverage {
    Objects.requireNonNull(activity, "activity");
    Objects.requireNonNull(audience, "audience");
  }

  /** Also where the two are equal. */
  public boolean covers(Coverage other) {
    return activity == other.activity
        && covers(audience, other.audience)
        && covers(jurisdiction, other.jurisdiction);
  }

  /** Empty where it does not answer the question. */
  public Optional<Match> answers(Question asked) {
    Coverage narrowest =
        new Coverage(
            Objects.requireNonNullElse(asked.activity, activity),
            Objects.requireNonNullElse(asked.audience, audience),
            asked.jurisdiction == null ? jurisdiction : asked.jurisdiction);
    if (!covers(narrowest)) {
      return Optional.empty();
    }
    return Optional.of(equals(narrowest) ? Match.EXACT : Match.WIDER);
  }

  private static boolean covers(Audience wide, Audience narrow) {
    return wide == narrow || wide == Audience.GENERAL;
  }

  /** The members as they are now, whatever the date that is asked for. */
  private static boolean covers(String wide, String narrow) {
    if (wide == null || wide.equals(narrow)) {
      return true;
    }
    if (narrow == null) {
      return false;
    }
    String country = narrow.substring(0, COUNTRY_CHARS);
    return wide.equals(country) || (wide.equals("EU") && EU_MEMBERS.contains(country));
  }
}
