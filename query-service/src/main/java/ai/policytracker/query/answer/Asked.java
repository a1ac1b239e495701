package ai.policytracker.query.answer;

/**
 * A read on its way to its route.
 *
 * @param tag of the state that was known before the read began; null where none may be told
 * @param seq of that state: an answer that rests on less is of a model that is being filled again,
 *     and does not have the tag
 */
record Asked(Address address, String tag, long seq) {
  /** Where the request carries it. */
  static final String KEY = Asked.class.getName();
}
