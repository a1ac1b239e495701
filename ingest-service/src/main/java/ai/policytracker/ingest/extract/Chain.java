package ai.policytracker.ingest.extract;

import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A verb with those that govern it, as in "has agreed to stop selling": whether it is denied,
 * stopped, refused, promised or only thought of.
 */
record Chain(Verb verb, List<Verb> governors, List<Verb> all) {

  static Chain of(Verb verb, List<Verb> verbs) {
    List<Verb> governors = new ArrayList<>();
    Verb at = verb;
    for (int steps = 0; steps < verbs.size() && at.governor() >= 0; steps++) {
      at = verbs.get(at.governor());
      governors.add(at);
    }
    return new Chain(verb, governors, verbs);
  }

  boolean governedBy(VerbClass... any) {
    return governors.stream().anyMatch(governor -> governor.means(any));
  }

  /** The verb that shares its modal with this one: "will stop selling and drop". */
  Verb top() {
    Verb top = governors.isEmpty() ? verb : governors.getLast();
    for (int steps = 0; steps < all.size() && top.joined() >= 0 && top.modal().isEmpty(); steps++) {
      top = all.get(top.joined());
    }
    return top;
  }

  boolean negated() {
    boolean odd = verb.negated();
    for (Verb governor : governors) {
      odd |= governor.negated();
    }
    return odd;
  }

  boolean noLonger() {
    return verb.noLonger() || governors.stream().anyMatch(Verb::noLonger) || top().noLonger();
  }

  String modal() {
    if (!verb.modal().isEmpty()) {
      return verb.modal();
    }
    for (Verb governor : governors) {
      if (!governor.modal().isEmpty()) {
        return governor.modal();
      }
    }
    return top().modal();
  }

  /** Decided, unless the verbs above say that it is planned or thought of. */
  Modality modality() {
    if (governedBy(VerbClass.CONSIDER)
        || Set.of("may", "might", "could").contains(modal()) && !negated() && !noLonger()) {
      return Modality.CONSIDERED;
    }
    boolean planned =
        governors().stream().anyMatch(g -> g.means(VerbClass.PLAN) && !g.means(VerbClass.SAY));
    return planned ? Modality.PLANNED : Modality.DECIDED;
  }
}
