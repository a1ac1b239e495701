package ai.policytracker.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who gives a pledge that others tell of: "secured commitments from Alpha", "signed by Beta". */
final class Givers {
  private static final List<String> SIGNATORIES = Words.phrases("signatories");

  private Givers() {}

  /** Where the names begin in "secured commitments from", or -1. */
  static int pledgesFrom(Sentence sentence, Verb verb) {
    boolean pledges = false;
    for (int i = verb.head() + 1; i < verb.end(); i++) {
      pledges |=
          Set.of("commitments", "pledges", "promises", "assurances")
              .contains(sentence.at(i).lower());
      if (pledges && sentence.at(i).is("from")) {
        return i + 1;
      }
    }
    return -1;
  }

  /** The companies that others got a pledge from; empty where the pledge is the subject's own. */
  static Set<String> of(Sentence sentence, Act act) {
    if (Words.holdAny(sentence.words(0, act.verb().first()), SIGNATORIES)) {
      return Sides.givers(sentence, act.verb());
    }
    Set<String> givers = new LinkedHashSet<>();
    int from = pledgesFrom(sentence, act.verb());
    from = from < 0 ? SignedPapers.signersFrom(sentence, act.verb()) : from;
    for (var found : sentence.companies()) {
      if (from >= 0 && found.from() >= from && found.value().company() != null) {
        givers.add(found.value().company());
      }
    }
    return givers;
  }
}
