package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

/**
 * What a company's policy governs; the unit of folding. A lobbying target folds by itself.
 *
 * @param target only for stances; null for positions
 */
public record Subject(
    String company, Technology technology, Activity activity, Audience audience, Target target) {
  public Subject {
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(technology != null, "technology", "must be given");
    require(activity != null, "activity", "must be given");
    require(audience != null, "audience", "must be given");
  }

  public static Subject of(Claim claim) {
    return new Subject(
        claim.company(), claim.technology(), claim.activity(), claim.audience(), claim.target());
  }
}
