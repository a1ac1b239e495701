package ai.policytracker.event;

/** A claim or event that breaks a rule of the vocabulary; says which field and what it may hold. */
public final class InvalidClaimException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidClaimException(String field, String rule) {
    super(field + ": " + rule);
  }

  static void require(boolean holds, String field, String rule) {
    if (!holds) {
      throw new InvalidClaimException(field, rule);
    }
  }
}
