package ai.policytracker.query.project;

/** While the transaction waited for its locks a rebuilt read model took the place of this one. */
final class ReadModelReplacedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadModelReplacedException() {
    super("the read model was replaced by a rebuilt one");
  }
}
