package ai.policytracker.ingest.extract;

import java.util.Locale;
import java.util.Set;

/** What the words of a name themselves tell. */
final class NameForms {
  private static final Set<String> GIVEN = Words.set("given names");
  private static final Set<String> PLACE_WORDS = Words.set("place words");
  private static final Set<String> COMPANY_WORDS = Words.set("company words");
  private static final Set<String> COMPANY_OPENINGS = Words.set("company openings");
  private static final Set<String> POLLSTERS =
      Set.of("research", "polling", "polls", "surveys", "insights");
  private static final String DOMAIN = ".{2,30}\\.(?:com|ai|io|net|co|app|tv|fm|me|org)";
  private static final int MAX_ACRONYM_CHARS = 6;
  private static final int MAX_PERSON_WORDS = 4;

  private NameForms() {}

  static boolean isGivenName(String word) {
    return GIVEN.contains(word.toLowerCase(Locale.ROOT));
  }

  static void collect(Surroundings name, Set<Sign> signs) {
    String first = name.lower(name.from());
    String last = name.lower(name.to() - 1);
    boolean company =
        last.equals("sons")
            || first.matches(DOMAIN)
            || name.hasSeveralWords() && COMPANY_OPENINGS.contains(first);
    for (int i = name.from() + 1; i < name.to(); i++) {
      company |= COMPANY_WORDS.contains(name.lower(i));
    }
    if (company) {
      signs.add(Sign.COMPANY_WORD);
    }
    if (POLLSTERS.contains(last)) {
      signs.add(Sign.POLL);
    }
    if (name.hasSeveralWords()) {
      if (PLACE_WORDS.contains(last)) {
        signs.add(Sign.PLACE_WORD);
      }
      boolean few = name.to() - name.from() <= MAX_PERSON_WORDS;
      boolean titled = name.to() - name.from() > 2 && GIVEN.contains(name.lower(name.to() - 2));
      if (few && !company && (titled || GIVEN.contains(first))) {
        signs.add(Sign.PERSON);
      }
      return;
    }
    if (GIVEN.contains(first)) {
      signs.add(Sign.MAYBE_PERSON);
    }
    letters(name.tokens().get(name.from()).text(), signs);
  }

  private static void letters(String text, Set<Sign> signs) {
    boolean small = text.chars().anyMatch(Character::isLowerCase);
    if (!small && text.length() <= MAX_ACRONYM_CHARS) {
      signs.add(Sign.ACRONYM);
    }
    if (small && text.chars().skip(1).anyMatch(Character::isUpperCase)) {
      signs.add(Sign.CAMEL);
    }
  }
}
