package ai.policytracker.ingest.extract;

import java.util.List;

/**
 * Who acts in a clause.
 *
 * @param companies canonical ids; empty where nobody is known
 * @param outsider a body or person that is no company's
 * @param named whether the words name the company, rather than refer to it
 * @param person whether an executive or spokesperson acts for it
 */
record Actor(List<String> companies, boolean outsider, boolean named, boolean person) {
  static final Actor NOBODY = new Actor(List.of(), false, false, false);
  static final Actor OUTSIDER = new Actor(List.of(), true, true, false);

  /** A person whom the article ties to nobody. */
  static final Actor STRANGER = new Actor(List.of(), true, true, true);

  /** Users, employees and the like: no company acts, but it stays the one spoken of. */
  static final Actor PEOPLE = new Actor(List.of(), true, false, false);

  static Actor of(Companies.Name name) {
    if (name.company() == null) {
      return OUTSIDER;
    }
    return new Actor(List.of(name.company()), false, true, name.role() == Companies.Role.PERSON);
  }

  /** One that the words refer to without a name. */
  static Actor meant(List<String> companies) {
    return companies.isEmpty() ? NOBODY : new Actor(companies, false, false, false);
  }

  boolean isCompany() {
    return !companies.isEmpty();
  }
}
