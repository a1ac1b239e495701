package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that are a body's or a place's by their words alone, and words that are no names. */
final class NameKinds {
  private static final Set<String> NO_COMPANY = Words.set("no company");
  private static final Set<String> EVENTS = Words.set("events");
  private static final Set<String> TOWNS = Words.set("towns");
  private static final Set<String> BODY_WORDS = Words.set("body words");
  private static final Set<String> NO_COMPANY_WORDS = Words.set("no company words");
  private static final Set<String> PEOPLE = Words.set("persons", "users");
  private static final String COMMON_FORM = "[A-Z].{0,40}(?:[^usiao]s|ing|ed|ly)";

  private NameKinds() {}

  static boolean isBody(List<String> words) {
    int of = words.indexOf("of");
    String head = lower(words.get(of > 0 ? of - 1 : words.size() - 1));
    return !isBuildingSociety(words)
        && (NO_COMPANY.contains(head)
            || words.stream().anyMatch(word -> BODY_WORDS.contains(lower(word)))
            || words.size() == 1 && NO_COMPANY_WORDS.contains(lower(words.getFirst())));
  }

  /** A bank, for all that it is called. */
  private static boolean isBuildingSociety(List<String> words) {
    int size = words.size();
    return size > 2
        && lower(words.get(size - 2)).equals("building")
        && lower(words.get(size - 1)).equals("society");
  }

  /** "Nexatron Prize". */
  static boolean isEvent(String last) {
    return EVENTS.contains(lower(last)) || NO_COMPANY.contains(lower(last));
  }

  static boolean isTown(String name) {
    return TOWNS.contains(lower(name).replace(' ', '_'));
  }

  static boolean isPlace(String lower, Token token) {
    return TOWNS.contains(lower) || Subjects.isPlace(token.text());
  }

  /** Whether a word at the head of a sentence has the form of a common one. */
  static boolean isCommon(String word, Set<String> small) {
    String lower = lower(word);
    return word.matches(COMMON_FORM)
        || PEOPLE.contains(lower)
        || small.contains(lower)
        || small.contains(lower + "s");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
