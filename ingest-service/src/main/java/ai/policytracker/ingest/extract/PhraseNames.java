package ai.policytracker.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The company names in a noun phrase and in the list that follows it. */
final class PhraseNames {

  private PhraseNames() {}

  /** "the makers of such software": whoever they are. */
  static boolean isFollowedByOf(Sentence sentence, SubjectFinder.Phrase phrase) {
    return phrase.to() < sentence.size() && sentence.at(phrase.to()).is("of");
  }

  /** "Six firms, including Alpha and Beta, pledged". */
  static List<String> listed(Sentence sentence, int to) {
    int at = to < sentence.size() && sentence.at(to).is(",") ? to + 1 : to;
    if (at + 1 >= sentence.size()
        || !Set.of("including", "among", "such", "like").contains(sentence.at(at).lower())) {
      return List.of();
    }
    Set<String> listed = new LinkedHashSet<>();
    for (int i = at + 1; i < sentence.size(); i++) {
      Companies.Name name = sentence.companyAt(i);
      Token token = sentence.at(i);
      if (name != null && name.company() != null) {
        listed.add(name.company());
      } else if (token.tagged("VERB", "AUX")
          || !token.tagged("PUNCT", "CCONJ", "PRON", "ADP", "PROPN")) {
        break;
      }
    }
    return List.copyOf(listed);
  }

  /** "The California firm": a place tells where it is at home. */
  static boolean isPlaced(Sentence sentence, SubjectFinder.Phrase phrase) {
    return sentence.places().stream()
        .anyMatch(place -> place.from() >= phrase.from() && place.to() < phrase.to());
  }

  static Companies.Name nameIn(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name last = null;
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Companies.Name name = sentence.companyAt(i);
      last = name == null ? last : name;
    }
    return last;
  }
}
