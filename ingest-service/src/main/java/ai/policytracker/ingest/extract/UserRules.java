package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Duties that a company puts on those who use its product, or on what they publish: "customers must
 * apply for access", "drivers will have to pass a test", "ads need a label".
 */
final class UserRules {
  private static final Set<String> USERS = Words.set("bound users");
  private static final Set<String> WORKS = Words.set("works");
  private static final Set<String> MACHINES = Words.set("referring nouns");
  private static final Set<String> DUTIES = Words.set("duties");
  private static final Set<String> NO_DUTIES = Words.set("no duties");
  private static final Set<String> APPROVED = Set.of("approved", "vetted", "verified", "reviewed");
  private static final Set<String> LEAVES = Words.set("leaves");
  private static final Set<String> OVERSEERS = Words.set("overseers");
  private static final Set<String> OVERSEEING = Words.set("overseeing");
  private static final Set<String> STATUTES = Words.set("statutes");
  private static final List<String> LABELS = Words.phrases("disclosing");
  private static final int REACH = 14;

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final SubjectFinder finder;

  UserRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.finder = new SubjectFinder(sentence, verbs);
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (sentence.size() == 0
        || sentence.at(sentence.size() - 1).is("?")
        || Retold.isTakenBack(sentence)) {
      return acts;
    }
    for (Verb verb : verbs) {
      boolean rule = isDuty(verb) || isNeeded(verb) || isOverseen(verb) || isLabelled(verb);
      if (rule
          && acts.isEmpty()
          && !isLaw(verb)
          && !Retold.isDemanded(sentence, verbs, Chain.of(verb, verbs).top())) {
        int from = isOverseen(verb) ? Math.max(0, verb.first() - 1) : 0;
        acts.add(
            new Act(
                Kind.RESTRICTION,
                null,
                Modality.DECIDED,
                verb,
                from,
                sentence.size(),
                null,
                0.7,
                false));
      }
    }
    return acts;
  }

  /** "must apply", "will have to prove": any deed but those that every customer has to do. */
  private boolean isDuty(Verb verb) {
    boolean listed =
        DUTIES.contains(verb.lemma()) || APPROVED.contains(sentence.at(verb.head()).lower());
    boolean any =
        !verb.passive()
            && !verb.lemma().equals("be")
            && (verb.head() > verb.first() || verb.governor() >= 0);
    return (listed || any && opensClause(verb))
        && !NO_DUTIES.contains(verb.lemma())
        && isObliged(verb)
        && has(USERS, verb, listed ? REACH : REACH / 2);
  }

  /** The people are the subject of what is told, not of "goals that teams must meet". */
  private boolean opensClause(Verb verb) {
    Verb top = Chain.of(verb, verbs).top();
    int from = finder.subject(top).stream().mapToInt(p -> p.from()).min().orElse(-1);
    if (from < 0) {
      return false;
    }
    int before = from > 0 && sentence.at(from - 1).is("that") ? from - 2 : from - 1;
    return before < 0
        || sentence.at(before).tagged("PUNCT")
        || verbs.stream().anyMatch(v -> v.head() == before && v.means(VerbClass.SAY));
  }

  /** "developers need approval before", "shops will need its written permission". */
  private boolean isNeeded(Verb verb) {
    boolean needs = Set.of("need", "require").contains(verb.lemma()) && verb.finite();
    if (!needs && !isObliged(verb) || verb.negated() || verb.passive()) {
      return false;
    }
    boolean leave = false;
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 6); i++) {
      leave |= LEAVES.contains(sentence.at(i).lower());
    }
    return leave && (has(USERS, verb, REACH) || has(WORKS, verb, REACH));
  }

  /** "A recruiter must review each decision", "a doctor has to sign it". */
  private boolean isOverseen(Verb verb) {
    return OVERSEEING.contains(verb.lemma()) && isObliged(verb) && has(OVERSEERS, verb, 4);
  }

  /** "Ads must carry a disclaimer", "such pictures have to be labelled". */
  private boolean isLabelled(Verb verb) {
    boolean label =
        Words.holdAny(sentence.words(verb.head(), Math.min(verb.end(), verb.head() + 7)), LABELS);
    return label && isObliged(verb) && (has(WORKS, verb, REACH) || has(MACHINES, verb, REACH));
  }

  private boolean isLaw(Verb verb) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean law = STATUTES.contains(token.lower()) && (!token.is("act") || token.capitalised());
      if (law && i < verb.head() && !sentence.words(i - 2, i).endsWith("new")) {
        return true;
      }
    }
    return false;
  }

  private boolean isObliged(Verb verb) {
    if (verb.modal().equals("must")) {
      return !verb.negated();
    }
    if (verb.governor() < 0 || verb.negated()) {
      return false;
    }
    Verb governor = verbs.get(verb.governor());
    boolean have =
        Set.of("have", "need").contains(governor.lemma()) && governor.head() + 3 >= verb.first();
    boolean required =
        Set.of("require", "oblige", "force").contains(governor.lemma()) && governor.passive();
    boolean past = sentence.at(governor.head()).is("had") && governor.modal().isEmpty();
    return (have || required)
        && !past
        && !governor.negated()
        && !governor.noLonger()
        && !isConditional(governor);
  }

  private static boolean isConditional(Verb governor) {
    return Set.of("would", "could", "might", "may").contains(governor.modal());
  }

  private boolean has(Set<String> words, Verb verb, int reach) {
    Verb top = Chain.of(verb, verbs).top();
    for (int i = Math.max(0, top.first() - reach); i < top.first(); i++) {
      if (words.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
