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
  private static final Map<String, List<Entry>> ENTRIES = new HashMap<>();
  private static final Set<String> LEMMAS = new HashSet<>();
  private static final Map<String, String> IRREGULAR = new HashMap<>();

  static {
    String forms =
        "sold sell;gave give;given give;built build;told tell;said say;wrote write;written write;kept keep;"
            + "went go;gone go;left leave;withdrew withdraw;withdrawn withdraw;held hold;made make;took take;"
            + "taken take;brought bring;chose choose;chosen choose;swore swear;sworn swear;got get;gotten get;"
            + "began begin;begun begin;fought fight;sought seek;meant mean;ran run;lent lend;dealt deal;led lead;"
            + "threw throw;thrown throw;rethought rethink;did do;done do;does do;was be;were be;is be;are be;been be;"
            + "being be;am be;has have;had have;having have;'s be;'re be;'ve have;'d have;'ll will;wo will;ca can;"
            + "forbade forbid;forbidden forbid;froze freeze;frozen freeze;spoke speak;sent send;undid undo;"
            + "undertook undertake;undertaken undertake;came come;stood stand;drew draw;drawn draw;overthrew overthrow;"
            + "ended end;posted post;binned bin;rebuilt rebuild;grew grow;found find;bought buy;paid pay;fell fall;"
            + "stuck stick;sent send;clung cling;banned ban;barred bar;capped cap;dropped drop;scrapped scrap;"
            + "stopped stop;curbed curb;axed axe;hosted host;listed list;leased lease;licensed license;"
            + "using use;used use;uses use;cut cut;shut shut;put put;let let;set set;quit quit;dying die;lying lie;tying tie";
    for (String pair : forms.split(";")) {
      String[] words = pair.split(" ");
      IRREGULAR.put(words[0], words[1]);
    }
    LEMMAS.addAll(Words.set("beginnings"));
    LEMMAS.addAll(Words.set("practices"));
    LEMMAS.addAll(Set.of("remain", "stay", "wait", "retain"));
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
    for (Entry entry : ENTRIES.getOrDefault(lemma, List.of())) {
      int length = entry.particles.length;
      if (length < longest || !follows(sentence, head + 1, end, entry.particles)) {
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

  private static boolean follows(Sentence sentence, int from, int end, String[] particles) {
    int at = from;
    for (String particle : particles) {
      int limit = Math.min(Math.min(end, sentence.size()), at + MAX_GAP);
      while (at < limit && !sentence.at(at).is(particle)) {
        at++;
      }
      if (at >= limit) {
        return false;
      }
      at++;
    }
    return true;
  }
}
