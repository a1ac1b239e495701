package ai.policytracker.event;

/** A claim or event that breaks a rule of the vocabulary; says which field and what it may hold. */
public final class InvalidClaimException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  public InvalidClaimException(String field, String rule) {
    super(field + ": " + rule);
    this.field = field;
    this.rule = rule;
  }

  /** By its path, such as {@code until.date}. */
  public String field() {
    return field;
  }

  /** What the field may hold. */
  public String rule() {
    return rule;
  }

  static void require(boolean holds, String field, String rule) {
    if (!holds) {
      throw new InvalidClaimException(field, rule);
    }
  }
}
