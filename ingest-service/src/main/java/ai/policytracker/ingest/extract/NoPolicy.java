package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Verbs that stop or start something that is no product: a person, a sale of shares, a law. */
final class NoPolicy {
  private static final Set<String> PERSONS = Set.of("you", "he", "she", "who", "i");
  private static final Set<String> NO_POLICY = Words.set("no product");
  private static final List<String> OUTAGES = Words.phrases("outages");
  private static final Set<String> STATUTES = Words.set("statutes");

  private final Sentence sentence;

  NoPolicy(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean is(Verb verb) {
    boolean person =
        verb.passive()
            && verb.first() > 0
            && PERSONS.contains(sentence.at(verb.first() - 1).lower());
    boolean thing = verb.means(VerbClass.PAUSE, VerbClass.STOP, VerbClass.RETIRE, VerbClass.RESUME);
    return person
        || thing && (NO_POLICY.contains(objectHead(verb)) || isRepair(verb))
        || isLaw(verb);
  }

  /**
   * The noun that the verb acts on, "engineer" of "suspended a senior engineer who"; else blank.
   */
  private String objectHead(Verb verb) {
    String head = "";
    for (int i = verb.head() + 1; i < Math.min(sentence.size(), verb.head() + 9); i++) {
      Token token = sentence.at(i);
      if (token.tagged("NOUN", "PROPN")) {
        head = token.lower();
      } else if (!token.tagged("DET", "ADJ", "PRON", "NUM", "ADV", "SYM")
          && !token.is("'s")
          && !token.is("-")) {
        break;
      } else if (token.tagged("PRON") && !head.isEmpty()) {
        break;
      }
    }
    return head;
  }

  /** "restored the service after an outage". */
  private boolean isRepair(Verb verb) {
    return verb.means(VerbClass.RESUME)
        && Words.holdAny(sentence.words(verb.head(), sentence.size()), OUTAGES);
  }

  /** "delay the AI Act" takes a side, it is no policy. */
  private boolean isLaw(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 6); i++) {
      Token token = sentence.at(i);
      if (token.tagged("ADP", "VERB") || token.is(",")) {
        return false;
      }
      if (STATUTES.contains(token.lower()) && (!token.is("act") || token.capitalised())) {
        return true;
      }
    }
    return false;
  }
}
