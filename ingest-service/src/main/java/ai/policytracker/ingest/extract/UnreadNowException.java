package ai.policytracker.ingest.extract;

/** The article cannot be read at present; the same article may be read later. */
public final class UnreadNowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadNowException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
