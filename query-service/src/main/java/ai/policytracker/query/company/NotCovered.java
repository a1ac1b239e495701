package ai.policytracker.query.company;

import ai.policytracker.query.request.KnownTime;
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

  /**
   * Of a company that was never told of. At a past known time the answer is that nothing was known
   * then: that stays, whatever is heard of the company later, and so it is not 404.
   *
   * @param fixed every time that is asked for stands in the address
   */
  public static void refuse(String company, KnownTime known, boolean fixed) {
    if (!fixed || !known.isFinal()) {
      throw company(company);
    }
  }
}
