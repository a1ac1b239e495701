package ai.policytracker.query.company;

import ai.policytracker.shell.Problems;

/** 404 for a company: that nothing was read of it does not say that it has no policy. */
public final class NotCovered {
  private NotCovered() {}

  public static RuntimeException company(String company) {
    return Problems.notFound(
        "not covered: no article that had been read by the known time tells of a company "
            + company
            + "; a company without a known policy is answered 200 with empty lists");
  }
}
