package ai.policytracker.quickstart.process;

/**
 * Something outside this program is in the way: a port, a folder, the disk, a child process. The
 * message says what, and what to do about it; it is shown to the user as it stands, without a stack
 * trace.
 */
public final class CannotStartException extends RuntimeException {
  public CannotStartException(String message) {
    super(message);
  }

  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
