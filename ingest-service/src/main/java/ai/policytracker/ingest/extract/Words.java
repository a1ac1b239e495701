package ai.policytracker.ingest.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of words.txt and clues.txt. */
final class Words {
  private static final Map<String, List<String>> SECTIONS =
      new HashMap<>(Gazetteer.sections("words.txt"));

  static {
    // A line of clues.txt holds any number of single words.
    Gazetteer.sections("clues.txt")
        .forEach(
            (section, lines) ->
                SECTIONS.put(
                    section,
                    lines.stream().flatMap(line -> Arrays.stream(line.split(" "))).toList()));
  }

  private Words() {}

  /** Single words. */
  static Set<String> set(String section) {
    return Set.copyOf(new HashSet<>(phrases(section)));
  }

  /** Single words of two sections. */
  static Set<String> set(String section, String more) {
    Set<String> both = new HashSet<>(phrases(section));
    both.addAll(phrases(more));
    return Set.copyOf(both);
  }

  /** Words and phrases in their order in the file. */
  static List<String> phrases(String section) {
    List<String> phrases = SECTIONS.get(section);
    if (phrases == null) {
      throw new IllegalStateException("there is no section [" + section + "] of words");
    }
    return List.copyOf(phrases);
  }

  /** Whether the words hold the phrase, word by word. */
  static boolean hold(String words, String phrase) {
    int at = words.indexOf(phrase);
    while (at >= 0) {
      int end = at + phrase.length();
      boolean starts = at == 0 || words.charAt(at - 1) == ' ';
      if (starts && (end == words.length() || words.charAt(end) == ' ')) {
        return true;
      }
      at = words.indexOf(phrase, at + 1);
    }
    return false;
  }

  static boolean holdAny(String words, List<String> phrases) {
    for (String phrase : phrases) {
      if (hold(words, phrase)) {
        return true;
      }
    }
    return false;
  }
}
