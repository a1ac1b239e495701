package ai.policytracker.query.rebuild;

/** The rebuilt read model does not take the place of the running one; the message says why. */
public final class RebuildRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RebuildRefusedException(String reason) {
    super(reason);
  }
}
