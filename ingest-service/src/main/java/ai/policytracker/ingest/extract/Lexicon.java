package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verbs of verbs.txt, and the plain form of any form of them. */
final class Lexicon {

  private record Entry(VerbClass meaning, String[] particles) {}

  private static final int MAX_GAP = 7;
  private static final int MAX_CLOSE_GAP = 2;
  private static final int MAX_LONG_GAP = 13;
  private static final int MAX_STATE_GAP = 3;
  private static final Set<String> STATES = Words.set("verbs of state");
  private static final Map<String, List<Entry>> ENTRIES = new HashMap<>();
  private static final Set<String> LEMMAS = new HashSet<>();
  private static final Map<String, String> IRREGULAR = new HashMap<>();

  static {
    for (String pair : Words.phrases("irregular verbs")) {
      String[] words = pair.split(" ");
      IRREGULAR.put(words[0], words[1]);
    }
    LEMMAS.addAll(Words.set("beginnings"));
    LEMMAS.addAll(Words.set("practices"));
    LEMMAS.addAll(Words.set("taking works"));
    LEMMAS.addAll(Words.set("rejecting works"));
    LEMMAS.addAll(Words.set("verbs of state"));
    LEMMAS.addAll(Set.of("wait", "last", "retain"));
    Gazetteer.sections("verbs.txt")
        .forEach((heading, lines) -> lines.forEach(line -> add(VerbClass.named(heading), line)));
  }

  private Lexicon() {}

  private static void add(VerbClass meaning, String line) {
    String[] words = line.split(" ");
    String[] particles = new String[words.length - 1];
    System.arraycopy(words, 1, particles, 0, particles.length);
    LEMMAS.add(words[0]);
    ENTRIES
        .computeIfAbsent(words[0], unused -> new ArrayList<>())
        .add(new Entry(meaning, particles));
  }

  static boolean isKnown(String lower) {
    return LEMMAS.contains(lemma(lower));
  }

  /** The plain form; of a verb that verbs.txt does not hold, a guess. */
  static String lemma(String lower) {
    String irregular = IRREGULAR.get(lower);
    if (irregular != null) {
      return irregular;
    }
    if (LEMMAS.contains(lower)) {
      return lower;
    }
    for (String suffix : List.of("ing", "ed", "es", "s", "d")) {
      if (lower.endsWith(suffix) && lower.length() > suffix.length() + 1) {
        String known = known(lower.substring(0, lower.length() - suffix.length()));
        if (known != null) {
          return known;
        }
      }
    }
    return lower;
  }

  private static String known(String stem) {
    if (LEMMAS.contains(stem) && !(LEMMAS.contains(stem + "e") && isShort(stem))) {
      return stem;
    }
    if (LEMMAS.contains(stem + "e")) {
      return stem + "e";
    }
    int last = stem.length() - 1;
    if (stem.endsWith("i") && LEMMAS.contains(stem.substring(0, last) + "y")) {
      return stem.substring(0, last) + "y";
    }
    boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && LEMMAS.contains(stem.substring(0, last)) ? stem.substring(0, last) : null;
  }

  /** "scrap" would double its last letter, so "scraping" is of "scrape". */
  private static boolean isShort(String stem) {
    int n = stem.length();
    return n > 2
        && "aeiou".indexOf(stem.charAt(n - 1)) < 0
        && "aeiou".indexOf(stem.charAt(n - 2)) >= 0
        && "aeiou".indexOf(stem.charAt(n - 3)) < 0;
  }

  /** What the verb at {@code head} means, read with the words that follow it before {@code end}. */
  static EnumSet<VerbClass> meanings(Sentence sentence, int head, String lemma, int end) {
    EnumSet<VerbClass> meanings = EnumSet.noneOf(VerbClass.class);
    int longest = 0;
    boolean state = STATES.contains(lemma);
    for (Entry entry : ENTRIES.getOrDefault(lemma, List.of())) {
      int length = entry.particles.length;
      if (length < longest || !follows(sentence, head + 1, end, entry.particles, state)) {
        continue;
      }
      if (length > longest) {
        meanings.clear();
        longest = length;
      }
      meanings.add(entry.meaning);
    }
    return meanings;
  }

  private static boolean follows(
      Sentence sentence, int from, int end, String[] particles, boolean state) {
    int at = from;
    boolean fixed = particles.length > 1 && particles[particles.length - 1].startsWith("_");
    int first = fixed ? MAX_LONG_GAP : MAX_GAP;
    for (String particle : particles) {
      boolean close = particle.startsWith("_");
      String word = close ? particle.substring(1) : particle;
      int gap = close ? state && at == from ? MAX_STATE_GAP : MAX_CLOSE_GAP : first;
      int limit = Math.min(Math.min(end, sentence.size()), at + gap);
      boolean adverbs = close && state && at == from;
      while (at < limit
          && !sentence.at(at).is(word)
          && (!adverbs || sentence.at(at).tagged("ADV", "PART"))) {
        at++;
      }
      if (at >= limit || !sentence.at(at).is(word)) {
        return false;
      }
      at++;
    }
    return true;
  }
}
