package ai.policytracker.policy;

import java.util.Set;

/**
 * What a step did to a subject.
 *
 * @param tookEffect claims whose announcement is in effect now and was not before in any part
 * @param inEffect claims that came, decided, in an announcement that is in effect
 */
record Step(Difference difference, Set<String> tookEffect, Set<String> inEffect) {
  static final Step NONE = new Step(Difference.NONE, Set.of(), Set.of());
}
