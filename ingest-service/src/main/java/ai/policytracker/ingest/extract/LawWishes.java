package ai.policytracker.ingest.extract;

import ai.policytracker.event.Stance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wanted of a law, by the words about it: that it be made, dropped or changed. */
final class LawWishes {

  /** What becomes of a law if those who want it so have their way. */
  enum Wish {
    MAKE,
    DROP,
    CHANGE;

    /** The side of somebody who is for it. */
    Stance stance() {
      return switch (this) {
        case MAKE -> Stance.SUPPORTS;
        case DROP -> Stance.OPPOSES;
        case CHANGE -> Stance.SEEKS_CHANGES;
      };
    }

    /** The side of somebody who is against it: whoever is against a delay is for the law. */
    Stance against() {
      return this == MAKE ? Stance.OPPOSES : Stance.SUPPORTS;
    }
  }

  private record Phrase(List<String> rest, Wish wish) {}

  private static final int REACH = 9;
  private static final int AFTER = 7;
  private static final Set<String> NOT =
      Set.of("not", "n't", "never", "without", "against", "than", "avoid", "refrain", "no");
  private static final Set<String> NEW_CLAUSE = Set.of("which", "who", "that", "while", ";", "but");
  private static final Map<String, List<Phrase>> PHRASES = phrases();

  private LawWishes() {}

  private static Map<String, List<Phrase>> phrases() {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    add(phrases, "making of law", Wish.MAKE);
    add(phrases, "dropping of law", Wish.DROP);
    add(phrases, "changing of law", Wish.CHANGE);
    return phrases;
  }

  private static void add(Map<String, List<Phrase>> phrases, String section, Wish wish) {
    for (String line : Words.phrases(section)) {
      List<String> words = List.of(line.split(" "));
      for (String form : forms(words.getFirst())) {
        phrases
            .computeIfAbsent(form, unused -> new ArrayList<>())
            .add(new Phrase(words.subList(1, words.size()), wish));
      }
    }
  }

  /** More than there are, which does no harm. */
  private static List<String> forms(String word) {
    String stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    String last = word.substring(word.length() - 1);
    String short_ = word.endsWith("y") ? word.substring(0, word.length() - 1) + "i" : stem;
    return List.of(
        word,
        word + "s",
        word + "es",
        short_ + "es",
        short_ + "ed",
        stem + "ing",
        word + last + "ed",
        word + last + "ing");
  }

  /**
   * What the words between the tokens want of the law, the nearest to it first; else what follows
   * the law in the passive. Null where they say nothing of the kind.
   */
  static Wish of(Sentence sentence, int from, int law) {
    Wish before = before(sentence, from, law);
    return before == null ? after(sentence, law) : before;
  }

  /** "to delay the act", "a rewrite of the rules", "not to pass the bill". */
  static Wish before(Sentence sentence, int from, int law) {
    for (int i = law - 1; i >= Math.max(from, law - REACH); i--) {
      if (NEW_CLAUSE.contains(sentence.at(i).lower()) && i > from + 1) {
        return null;
      }
      Wish wish = at(sentence, i);
      if (wish != null) {
        return isNegated(sentence, from, i) ? reversed(wish) : wish;
      }
    }
    return null;
  }

  /** "the law to be delayed", "the bill should not be passed". */
  static Wish after(Sentence sentence, int law) {
    boolean bound = false;
    for (int i = law + 1; i < Math.min(sentence.size(), law + AFTER); i++) {
      Token token = sentence.at(i);
      if (token.is(",") || NEW_CLAUSE.contains(token.lower())) {
        return null;
      }
      bound |= Set.of("be", "being", "is", "are").contains(token.lower());
      Wish wish = bound ? at(sentence, i) : null;
      if (wish != null) {
        return isNegated(sentence, law, i) ? reversed(wish) : wish;
      }
    }
    return null;
  }

  private static boolean isNegated(Sentence sentence, int from, int at) {
    for (int i = at - 1; i >= Math.max(from, at - 3); i--) {
      if (NOT.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static Wish reversed(Wish wish) {
    return wish == Wish.MAKE ? Wish.DROP : Wish.MAKE;
  }

  /** What the word or phrase at the token does to a law; null where it does nothing. */
  static Wish at(Sentence sentence, int i) {
    Wish found = null;
    int longest = -1;
    for (Phrase phrase : PHRASES.getOrDefault(sentence.at(i).lower(), List.of())) {
      int length = phrase.rest().size();
      String rest = String.join(" ", phrase.rest());
      if (length > longest && sentence.words(i + 1, i + 1 + length).equals(rest)) {
        found = phrase.wish();
        longest = length;
      }
    }
    return found;
  }
}
