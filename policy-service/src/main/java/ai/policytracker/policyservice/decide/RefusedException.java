package ai.policytracker.policyservice.decide;

/** A command that the state does not allow, and why. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  enum Kind {
    /** Another command would do. */
    INVALID,
    NOT_FOUND,
    /** The state is another one than the command needs. */
    CONFLICT,
    /** The caller has looked at an earlier state. */
    STALE
  }

  private final Kind kind;
  private final String pointer;

  private RefusedException(Kind kind, String pointer, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
    this.pointer = pointer;
  }

  /**
   * @param pointer JSON pointer to the field of the command's body
   */
  static RefusedException invalid(String pointer, String reason) {
    return new RefusedException(Kind.INVALID, pointer, reason);
  }

  static RefusedException notFound(String reason) {
    return new RefusedException(Kind.NOT_FOUND, "", reason);
  }

  static RefusedException conflict(String reason) {
    return new RefusedException(Kind.CONFLICT, "", reason);
  }

  static RefusedException stale(String reason) {
    return new RefusedException(Kind.STALE, "", reason);
  }

  /** Empty where it is no field that is wrong. */
  String pointer() {
    return pointer;
  }

  Kind kind() {
    return kind;
  }
}
