package ai.policytracker.query.company;

import ai.policytracker.shell.Problems;

/** 404 for a company: that nothing was read of it does not say that it has no policy. */
public final class NotCovered {
  private NotCovered() {}

  public static RuntimeException company(String company) {
    return Problems.notFound(
        "not covered: no company is known as "
            + company
            + ", for no article that was read tells of it; a company without a known policy is"
            + " answered 200 with empty lists");
  }
}
