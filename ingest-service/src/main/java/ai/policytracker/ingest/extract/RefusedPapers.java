package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Codes and pledges that companies are asked to sign, and refuse. */
final class RefusedPapers {
  private static final int REACH = 12;

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final boolean code;

  /**
   * @param code whether the article is about a code that companies sign
   */
  RefusedPapers(Sentence sentence, List<Verb> verbs, boolean code) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.code = code;
  }

  boolean isSigning(Verb verb, int end) {
    return verb.means(VerbClass.SIGN) && (isCode(verb, end) || code && verb.lemma().equals("sign"));
  }

  boolean isRefused(Chain chain, int end) {
    Verb verb = chain.verb();
    if (isSigning(verb, end)) {
      return chain.negated() || chain.governedBy(VerbClass.REFUSE);
    }
    boolean rejects = verb.means(VerbClass.OPPOSE) && !verb.negated() && isCode(verb, end);
    return code && (rejects || declinesToSign(verb));
  }

  private boolean isCode(Verb verb, int end) {
    for (int i = verb.head() + 1; i < Math.min(end, verb.head() + REACH); i++) {
      if (Commitments.CODES.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "declined to sign.": a short word that taggers take for a noun. */
  private boolean declinesToSign(Verb verb) {
    int sign = verb.head() + 2;
    boolean bare = sign + 1 >= sentence.size() || sentence.at(sign + 1).tagged("PUNCT");
    return Set.of("decline", "refuse").contains(verb.lemma())
        && !verb.negated()
        && sentence.words(verb.head() + 1, sign + 1).equals("to sign")
        && bare
        && verbs.stream().noneMatch(v -> v.head() == sign);
  }
}
