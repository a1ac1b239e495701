package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sentence tells of without saying that it is so: demands, denials, errors taken back. */
final class Retold {
  private static final Set<String> DEMANDS = Words.set("demands");
  private static final List<String> ERRORS = Words.phrases("errors");

  private static final List<String> ALMOST =
      List.of(
          " almost", " nearly", " short of", " close to", " failed to", " fails to", " failing to");

  private static final Set<String> HIRING = Set.of("hiring", "recruiting", "recruitment");
  private static final List<String> GOSSIP = Words.phrases("gossip");

  /** "No company, including Alpha, has". */
  private static final Pattern NOBODY =
      Pattern.compile(
          "^(?:so far )?(?:no|none of the) (?:\\w+ ){0,2}(?:company|companies|firms?|vendors?|makers?|banks?|retailers?|suppliers?)\\b");

  private static final List<String> NO_REASON =
      List.of("no reason", "no plan", "no intention", "no need", "no wish", "no desire");

  private Retold() {}

  /** A correction tells what was wrong, and gossip what nobody stands for: nothing of it holds. */
  static boolean isTakenBack(Sentence sentence) {
    String words = sentence.words(0, sentence.size());
    return Words.holdAny(words, ERRORS)
        || Words.holdAny(words, GOSSIP)
        || NOBODY.matcher(words).find();
  }

  /** "almost banned", "failed to ban", "came close to banning", and "paused hiring". */
  static boolean isUndone(Sentence sentence, Verb verb) {
    String before = " " + sentence.words(verb.head() - 3, verb.head());
    return ALMOST.stream().anyMatch(before::endsWith)
        || HIRING.contains(sentence.words(verb.head() + 1, verb.head() + 2))
            && !sentence.words(verb.head() + 2, verb.head() + 3).equals("with");
  }

  /**
   * "groups demand that it stop": somebody's wish, unless the company itself is asked to and does.
   */
  static boolean isDemanded(Sentence sentence, List<Verb> verbs, Verb top) {
    for (Verb verb : verbs) {
      boolean before = verb.head() < top.head();
      String form = sentence.at(verb.head()).lower();
      if (before
          && (DEMANDS.contains(verb.lemma()) || DEMANDS.contains(form))
          && !separated(sentence, verb.head(), top.first())) {
        return true;
      }
    }
    return false;
  }

  private static boolean separated(Sentence sentence, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Token token = sentence.at(i);
      boolean and =
          token.is("and")
              && i + 1 < to
              && !sentence.at(i + 1).is("that")
              && !sentence.at(i + 1).is("to");
      if (token.is(";") || token.is("but") || and) {
        return true;
      }
    }
    return false;
  }

  static boolean isDenied(Sentence sentence, List<Verb> verbs, Chain chain) {
    for (Verb governor : chain.governors()) {
      if (governor.means(VerbClass.DENY) || noPlans(sentence, governor)) {
        return true;
      }
    }
    for (int n = chain.top().number() - 1; n >= 0; n--) {
      Verb verb = verbs.get(n);
      if (verb.finite()) {
        return verb.means(VerbClass.DENY)
            && !verb.negated()
            && !separated(sentence, verb.head(), chain.top().first());
      }
    }
    return false;
  }

  /** "sees no reason to stop", "has refused to stop", "will not stop". */
  static boolean noReason(Sentence sentence, Chain chain) {
    for (Verb governor : chain.governors()) {
      String after = sentence.words(governor.head() + 1, governor.head() + 4);
      boolean none =
          NO_REASON.stream().anyMatch(reason -> after.startsWith(reason))
              || governor.means(VerbClass.STOP)
                  && governor.negated()
                  && Set.of("will", "would").contains(governor.modal());
      if (none || governor.means(VerbClass.REFUSE) && !governor.means(VerbClass.STOP)) {
        return true;
      }
    }
    return false;
  }

  private static boolean noPlans(Sentence sentence, Verb governor) {
    String after = sentence.words(governor.head() + 1, governor.head() + 4);
    return NO_REASON.stream().anyMatch(after::startsWith);
  }
}
