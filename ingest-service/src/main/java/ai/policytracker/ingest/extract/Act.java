package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;

/**
 * What a verb says that its subject does, before it is known who that is and about what.
 *
 * @param from first token of the words that tell what it is about
 * @param to end of these words (exclusive)
 * @param activity null where the words about it decide
 * @param stance only for lobbying
 * @param strength 0 to 1: how surely such words mean the kind
 * @param thing whether the subject is what the policy is about, rather than who has it
 */
record Act(
    Kind kind,
    Activity activity,
    Modality modality,
    Verb verb,
    int from,
    int to,
    Stance stance,
    double strength,
    boolean thing) {

  Act(
      Kind kind,
      Activity activity,
      Modality modality,
      Verb verb,
      int from,
      int to,
      Stance stance,
      double strength) {
    this(kind, activity, modality, verb, from, to, stance, strength, verb.passive());
  }

  Act withModality(Modality other) {
    return new Act(kind, activity, other, verb, from, to, stance, strength, thing);
  }

  Act as(Kind other) {
    return new Act(other, activity, modality, verb, from, to, stance, strength, thing);
  }

  Act doing(Activity other) {
    return new Act(kind, other, modality, verb, from, to, stance, strength, thing);
  }

  Act taking(Stance other) {
    return new Act(kind, activity, modality, verb, from, to, other, strength, thing);
  }

  Act until(int end) {
    return new Act(kind, activity, modality, verb, from, end, stance, strength, thing);
  }

  /** A policy told by the verb and the words after it. */
  static Act of(Kind kind, Activity activity, Chain chain, double strength) {
    return from(chain.verb().head(), kind, activity, chain, strength);
  }

  /** A policy told by words before the verb too. */
  static Act from(int from, Kind kind, Activity activity, Chain chain, double strength) {
    Verb verb = chain.verb();
    int start = Math.max(0, from);
    return new Act(kind, activity, chain.modality(), verb, start, verb.end(), null, strength);
  }

  /** The same told of a product, as in "the tool is back". */
  Act ofThing() {
    return new Act(kind, activity, modality, verb, from, to, stance, strength, true);
  }
}
