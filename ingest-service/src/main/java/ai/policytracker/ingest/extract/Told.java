package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/**
 * Whether a verb's deed is told as a fact or decision, not as a wish, a condition or in passing.
 */
final class Told {
  private static final Set<String> HYPOTHETICAL = Set.of("should", "must", "ought", "could", "can");
  private static final Set<String> BEGINNINGS = Words.set("beginnings");
  private static final Set<String> IFS =
      Set.of("if", "whether", "were", "suppose", "imagine", "unless");

  private static final Set<String> NOW = Set.of("then", "now", "recently");

  private static final List<String> ADVICE = Words.phrases("advice");
  private static final Set<String> MEANS = Words.set("means");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final boolean advice;

  Told(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.advice = Words.holdAny(sentence.words(0, sentence.size()), ADVICE);
  }

  boolean isFact(Chain chain) {
    return !isHypothetical(chain)
        && isTold(chain)
        && !isCondition(chain.verb())
        && !isAdvice()
        && chain.governors().stream().noneMatch(g -> g.lemma().equals("hope"));
  }

  /** Whether what people may do is told as it is, not as it would be. */
  boolean isRule(Chain chain) {
    return !isSupposed(chain) && !isCondition(chain.verb());
  }

  /** A bare infinitive or gerund tells of an act only under a verb that commits to it. */
  private boolean isTold(Chain chain) {
    Verb verb = chain.verb();
    if (verb.finite()) {
      return true;
    }
    if (verb.form() == Verb.Form.PARTICIPLE || isMeans(verb)) {
      return false;
    }
    if (chain.governors().isEmpty()) {
      boolean afterComma =
          verb.form() == Verb.Form.GERUND
              && verb.first() > 1
              && sentence.at(verb.first() - 1).is(",");
      return afterComma && verb.means(VerbClass.BAN, VerbClass.PAUSE, VerbClass.EXTEND)
          || joinsOthers(verb)
          || Decisions.nounOf(sentence, verb) >= 0;
    }
    Verb governor = chain.governors().getFirst();
    boolean commits =
        governor.means(
            VerbClass.SAY,
            VerbClass.PLEDGE,
            VerbClass.PLAN,
            VerbClass.CONSIDER,
            VerbClass.STOP,
            VerbClass.REFUSE,
            VerbClass.DIRECT,
            VerbClass.CONTINUE,
            VerbClass.RESUME,
            VerbClass.ALLOW,
            VerbClass.BAN,
            VerbClass.REQUIRE);
    boolean going = governor.lemma().equals("go") && sentence.at(governor.head()).is("going");
    return commits || going || BEGINNINGS.contains(governor.lemma());
  }

  /** "has joined others in banning". */
  private boolean joinsOthers(Verb verb) {
    boolean in = verb.first() > 0 && sentence.at(verb.first() - 1).is("in");
    return in
        && verb.number() > 0
        && Set.of("joined", "joins", "joining", "follows", "followed", "following")
            .contains(sentence.at(verbs.get(verb.number() - 1).head()).lower());
  }

  /** "If you switch it off, the search is gone". */
  private boolean isAdvice() {
    return advice;
  }

  /** "looks for ways to take it out". */
  private boolean isMeans(Verb verb) {
    int to = verb.first() - 1;
    return verb.form() == Verb.Form.INFINITIVE
        && to > 0
        && sentence.at(to).is("to")
        && MEANS.contains(sentence.at(to - 1).lower());
  }

  /** What stands after "until" is the end of a policy, not a policy. */
  private boolean isCondition(Verb verb) {
    for (int i = Math.max(0, verb.first() - 25); i < verb.first(); i++) {
      Token token = sentence.at(i);
      if (token.is("until") || token.is("unless") || token.is("till")) {
        return !isDateAfter(i) && !sentence.words(i, verb.first()).contains(" said");
      }
    }
    return false;
  }

  private boolean isDateAfter(int i) {
    boolean then = i + 1 < sentence.size() && NOW.contains(sentence.at(i + 1).lower());
    return then || sentence.isDate(i + 1) || i + 2 < sentence.size() && sentence.isDate(i + 2);
  }

  private boolean isHypothetical(Chain chain) {
    if (isThreat(chain)) {
      return false;
    }
    if (HYPOTHETICAL.contains(chain.modal())
        && !(chain.negated() && (chain.modal().startsWith("c") || isOrder(chain)))) {
      return true;
    }
    return isSupposed(chain);
  }

  private boolean isSupposed(Chain chain) {
    Verb top = chain.top();
    for (int i = Math.max(0, top.first() - 12); i < top.first(); i++) {
      boolean weighed =
          sentence.at(i).is("whether") && chain.governedBy(VerbClass.CONSIDER) && i > 0;
      if (IFS.contains(sentence.at(i).lower()) && !weighed && !closes(i, top.first())) {
        return true;
      }
    }
    return false;
  }

  /** "told its reporters that they must not use chatbots". */
  private boolean isOrder(Chain chain) {
    Verb top = chain.top();
    boolean they = top.first() > 0 && sentence.at(top.first() - 1).is("they");
    return top.modal().equals("must")
        && they
        && verbs.stream().anyMatch(v -> v.head() < top.first() && v.means(VerbClass.DIRECT));
  }

  /** "could pull out of Europe if the law stays as it is". */
  private boolean isThreat(Chain chain) {
    String words = sentence.words(chain.verb().head(), sentence.size());
    return Set.of("could", "may", "might").contains(chain.modal())
        && !chain.negated()
        && chain.verb().means(VerbClass.RETIRE, VerbClass.STOP)
        && (Words.hold(words, "if") || Words.hold(words, "unless"));
  }

  private boolean closes(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.at(i).is(",")) {
        return true;
      }
    }
    return false;
  }
}
