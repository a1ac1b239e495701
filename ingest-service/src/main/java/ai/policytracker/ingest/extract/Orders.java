package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import java.util.Set;

/** Who is told to do or not to do something. */
final class Orders {
  private static final Set<String> OWN_PEOPLE = Words.set("own people");

  private Orders() {}

  /** "told staff not to use", but not "asked services to block". */
  static boolean isToOwnPeople(Sentence sentence, Verb director, Verb verb) {
    int from = director.head() + 1;
    int to = verb.first();
    for (var found : sentence.companies()) {
      if (found.from() >= from && found.from() < to) {
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      if (OWN_PEOPLE.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return sentence.audiences().stream()
            .anyMatch(a -> a.value() == Audience.EMPLOYEES && a.from() >= from && a.from() < to)
        || director.head() + 2 >= to;
  }

  /** "told staff not to use": who is told stands before the deed. */
  static Verb director(Chain chain) {
    Verb nearest = null;
    for (Verb governor : chain.governors()) {
      if (governor.means(VerbClass.DIRECT)) {
        nearest = governor;
      }
    }
    return nearest == null || nearest.passive() ? null : nearest;
  }
}
