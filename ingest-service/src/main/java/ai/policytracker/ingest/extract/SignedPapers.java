package ai.policytracker.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pledges, charters and codes that companies put their names to, and who does. */
final class SignedPapers {
  private static final Set<String> SIGNING =
      Set.of("sign", "signs", "signed", "signing", "signatories", "voluntary", "joined", "joining");
  private static final Set<String> GROUPS = Words.set("groups that sign");
  private static final Set<String> JOINT = Words.set("joint efforts");
  private static final List<String> PURPOSES = Words.phrases("purposes of joint efforts");
  private static final int REACH = 9;

  private SignedPapers() {}

  /** "signed a set of voluntary commitments", "the charter, signed on Tuesday". */
  static boolean isSpokenOf(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean signing = SIGNING.contains(sentence.at(i).lower());
      if (signing && holdsCode(sentence, i - REACH, i + REACH)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsCode(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
      if (Commitments.CODES.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "The pledge was signed by Alpha". */
  static boolean isSignedBy(Sentence sentence, Verb verb) {
    return verb.passive()
        && verb.means(VerbClass.SIGN)
        && Words.hold(sentence.words(verb.head() + 1, verb.head() + 3), "by")
        && holdsCode(sentence, verb.first() - REACH, verb.first());
  }

  /** "The signatories of the accord include Alpha". */
  static boolean listsSigners(Sentence sentence, Verb verb) {
    return Set.of("include", "be", "number").contains(verb.lemma())
        && verb.finite()
        && !verb.negated()
        && Words.hold(sentence.words(verb.first() - REACH, verb.first()), "signatories")
        && holdsCode(sentence, verb.first() - REACH, verb.first());
  }

  /** Where the names of those who sign begin, or -1. */
  static int signersFrom(Sentence sentence, Verb verb) {
    boolean listed = isSignedBy(sentence, verb) || listsSigners(sentence, verb);
    return listed ? verb.head() + 1 : -1;
  }

  /** "agreed to a set of safety commitments". */
  static boolean isAgreedTo(Sentence sentence, Verb verb) {
    return Words.hold(sentence.words(verb.head() + 1, verb.head() + 2), "to")
        && holdsCode(sentence, verb.head() + 2, verb.head() + REACH)
        && verb.end() - verb.head() > 2;
  }

  /** "joined an initiative to label music". */
  static boolean isInitiative(Sentence sentence, Verb verb) {
    if (!Set.of("join", "back", "launch", "found").contains(verb.lemma()) || verb.passive()) {
      return false;
    }
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + REACH); i++) {
      if (JOINT.contains(sentence.at(i).lower())) {
        return Words.holdAny(sentence.words(i + 1, i + 5), PURPOSES)
            && !sentence.technologies().isEmpty();
      }
    }
    return false;
  }

  /** "Alpha signed as well", in an article about a code. */
  static boolean isAlso(Sentence sentence, Verb verb) {
    String after = sentence.words(verb.head() + 1, verb.head() + 4);
    return after.startsWith("as well") || after.startsWith("too");
  }

  /** Whether a group of companies without names acts: "the heads of 40 companies". */
  static boolean isGroup(Sentence sentence, List<SubjectFinder.Phrase> subject) {
    return subject.stream().anyMatch(phrase -> GROUPS.contains(sentence.at(phrase.head()).lower()));
  }

  /** Those who are said to have signed a paper that was told of; empty where none is. */
  static Set<String> signers(Sentence sentence) {
    Set<String> signers = new LinkedHashSet<>();
    int from = signersFrom(sentence);
    for (var found : sentence.companies()) {
      boolean named =
          found.value().company() != null && found.value().role() != Companies.Role.PRODUCT;
      if (from >= 0 && found.from() >= from && named) {
        signers.add(found.value().company());
      }
    }
    return signers;
  }

  private static int signersFrom(Sentence sentence) {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      boolean by = sentence.at(i).is("signed") && sentence.at(i + 1).is("by");
      if (by || sentence.at(i).is("signatories") || sentence.at(i).is("signers")) {
        return Words.hold(sentence.words(Math.max(0, i - 2), i), "not") ? -1 : i + 1;
      }
    }
    return -1;
  }
}
