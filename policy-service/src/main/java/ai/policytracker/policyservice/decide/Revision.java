package ai.policytracker.policyservice.decide;

import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.ClaimState;

/**
 * What a caller has looked at, as an entity tag: it changes with each decision, and with each
 * reading of a claim.
 */
record Revision(String tag) {

  static Revision of(ClaimState claim) {
    int reading = claim.reading() == null ? 0 : claim.reading().revision();
    int ruling = claim.byAnalyst() == null ? 0 : claim.byAnalyst().revision();
    int review = claim.review() == null ? 0 : claim.review().revision();
    return new Revision("\"%d.%d.%d\"".formatted(reading, ruling, review));
  }

  static Revision of(Aliases aliases, String company) {
    return new Revision("\"" + Decider.revision(aliases, company) + "\"");
  }

  /**
   * @param ifMatch the header; null where the caller does not mind
   * @throws RefusedException where the caller has looked at an earlier state
   */
  void require(String ifMatch) {
    boolean fits = ifMatch == null || ifMatch.strip().equals("*");
    if (!fits && !java.util.Arrays.asList(ifMatch.strip().split("\\s*,\\s*")).contains(tag)) {
      throw RefusedException.stale("it is at revision " + tag + " now; look at it again");
    }
  }
}
