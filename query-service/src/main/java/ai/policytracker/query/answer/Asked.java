package ai.policytracker.query.answer;

/**
 * A read on its way to its route.
 *
 * @param tag of the state that was known before the read began; null where none may be told
 * @param mayKeep the answer may be kept under it
 */
record Asked(Address address, String tag, boolean mayKeep) {
  /** Where the request carries it. */
  static final String KEY = Asked.class.getName();
}
