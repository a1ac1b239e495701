package ai.policytracker.query.request;

/** At the known time that is asked for the company counted for another one. */
public final class MergedCompanyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String into;
  private final transient KnownTime known;

  /**
   * @param known the time that is asked for
   */
  public MergedCompanyException(String into, KnownTime known) {
    super("counts for " + into, null, false, false);
    this.into = into;
    this.known = known;
  }

  /** The same at a later known time, on which the answer rests too. */
  public MergedCompanyException restingOn(KnownTime later) {
    return new MergedCompanyException(into, later);
  }

  String into() {
    return into;
  }

  KnownTime known() {
    return known;
  }
}
