package ai.policytracker.event;

/** An analyst's word on whether two company ids are one company; the highest revision holds. */
public sealed interface IdentityEvent extends PolicyEvent
    permits CompaniesMerged, CompaniesUnmerged {

  /** Counts the decisions on this company id, from 1 without gaps. */
  int revision();

  Decision decision();

  @Override
  default String about() {
    return company();
  }
}
