package ai.policytracker.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The company names in a noun phrase and in the list that follows it. */
final class PhraseNames {
  private static final Set<String> OUTSIDERS = Words.set("outsiders");
  private static final Set<String> FIRMS = Words.set("firm", "businesses");

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

  /** The name at the token, or after words that tell its trade: "of grocery chain Alpha". */
  static Companies.Name afterTrade(Sentence sentence, int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 5); i++) {
      Companies.Name name = sentence.companyAt(i);
      if (name != null || !sentence.at(i).tagged("ADJ", "NOUN", "DET", "PROPN")) {
        return name;
      }
    }
    return null;
  }

  /** The names of a list that begins after words that tell a trade: "of Alpha, Beta and Gamma". */
  static List<String> listedAfterTrade(Sentence sentence, int from) {
    Set<String> listed = new LinkedHashSet<>();
    int at = from;
    while (at < sentence.size() && sentence.companyAt(at) == null) {
      at++;
    }
    while (at < sentence.size()) {
      Companies.Name name = sentence.companyAt(at);
      Token token = sentence.at(at);
      if (name != null && name.company() != null) {
        listed.add(name.company());
      } else if (!token.is(",") && !token.is("and")) {
        break;
      }
      at++;
    }
    return List.copyOf(listed);
  }

  /** "The California firm": a place tells where it is at home. */
  static boolean isPlaced(Sentence sentence, SubjectFinder.Phrase phrase) {
    return sentence.places().stream()
        .anyMatch(place -> place.from() >= phrase.from() && place.to() < phrase.to());
  }

  /** "Counsel for the State", "a spokeswoman for the city", "the head of Riverton's police". */
  static boolean isOfOutsider(Sentence sentence, int to) {
    if (to + 1 >= sentence.size()
        || !Set.of("of", "at", "for", "from").contains(sentence.at(to).lower())) {
      return false;
    }
    for (int i = to + 1; i < Math.min(sentence.size(), to + 6); i++) {
      Token token = sentence.at(i);
      if (OUTSIDERS.contains(token.lower())) {
        return true;
      }
      if (token.is(",") || token.tagged("VERB", "AUX") || FIRMS.contains(token.lower())) {
        return false;
      }
      boolean proper = token.tagged("PROPN") && token.capitalised();
      if (proper && sentence.companyAt(i) == null && sentence.at(to).is("for")) {
        return true;
      }
    }
    return false;
  }

  static Companies.Name nameIn(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name last = null;
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Companies.Name name = sentence.companyAt(i);
      last = name == null ? last : name;
    }
    return last;
  }

  /** "One smaller chain has gone back to it": none that was spoken of. */
  static boolean isAnother(Sentence sentence, Verb verb, SubjectFinder.Phrase phrase) {
    return !verb.passive()
        && Set.of("one", "another").contains(sentence.at(phrase.from()).lower())
        && FIRMS.contains(sentence.at(phrase.head()).lower());
  }
}
