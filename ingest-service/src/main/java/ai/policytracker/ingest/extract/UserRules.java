package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Duties that a company puts on those who use its product: "customers must apply for access". */
final class UserRules {
  private static final Set<String> USERS = Words.set("bound users");
  private static final Set<String> DUTIES = Words.set("duties");
  private static final Set<String> APPROVED = Set.of("approved", "vetted", "verified", "reviewed");

  private final Sentence sentence;
  private final List<Verb> verbs;

  UserRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (sentence.size() == 0 || sentence.at(sentence.size() - 1).is("?")) {
      return acts;
    }
    for (Verb verb : verbs) {
      boolean duty =
          DUTIES.contains(verb.lemma()) || APPROVED.contains(sentence.at(verb.head()).lower());
      if (duty && acts.isEmpty() && isObliged(verb) && hasUsers(verb)) {
        acts.add(
            new Act(Kind.RESTRICTION, null, Modality.DECIDED, verb, 0, sentence.size(), null, 0.7));
      }
    }
    return acts;
  }

  private boolean isObliged(Verb verb) {
    if (verb.modal().equals("must")) {
      return !verb.negated();
    }
    if (verb.governor() < 0 || verb.negated()) {
      return false;
    }
    Verb governor = verbs.get(verb.governor());
    boolean have = governor.lemma().equals("have") && governor.head() + 2 >= verb.first();
    boolean required = Set.of("require", "oblige").contains(governor.lemma()) && governor.passive();
    return (have || required) && !governor.negated();
  }

  private boolean hasUsers(Verb verb) {
    Verb top = Chain.of(verb, verbs).top();
    for (int i = Math.max(0, top.first() - 14); i < top.first(); i++) {
      if (USERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
