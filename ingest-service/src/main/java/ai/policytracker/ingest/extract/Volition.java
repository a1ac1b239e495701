package ai.policytracker.ingest.extract;

import java.util.Set;

/** Whether a deed is left undone by will: "will not use", "has decided not to sell". */
final class Volition {
  private final Sentence sentence;

  Volition(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean is(Chain chain) {
    String modal = chain.modal();
    boolean will = modal.equals("will") || modal.equals("would");
    return will
        || chain.governedBy(VerbClass.PLEDGE, VerbClass.SAY, VerbClass.REFUSE, VerbClass.DIRECT)
        || Set.of("decide", "decline", "mean").contains(chain.top().lemma())
        || (modal.equals("may") && chain.verb().passive())
        || chain.top().lemma().equals("be") && chain.top().negated() && chain.verb().passive()
        || isGoingTo(chain)
        || hasUntil(chain.verb());
  }

  /** "is not going to use". */
  private boolean isGoingTo(Chain chain) {
    return chain.governors().stream()
        .anyMatch(g -> g.lemma().equals("go") && sentence.at(g.head()).is("going"));
  }

  private boolean hasUntil(Verb verb) {
    return Words.hold(sentence.words(verb.head(), sentence.size()), "until");
  }
}
