package ai.policytracker.wire;

/**
 * Bytes that are no event that this version knows; the reason names the field where there is one.
 */
public final class UnreadableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String reason, Throwable cause) {
    super(reason, cause);
  }

  public UnreadableEventException(String reason) {
    super(reason);
  }
}
