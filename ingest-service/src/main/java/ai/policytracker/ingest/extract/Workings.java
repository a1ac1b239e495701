package ai.policytracker.ingest.extract;

import ai.policytracker.event.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The patterns of workings.txt: technologies that are told by what they do. */
final class Workings {

  /** A set of words, and how many others may stand before one of them. */
  private record Step(Set<String> stems, int gap) {}

  private record Pattern(List<Step> steps, Technology technology) {}

  private static final String[] ENDINGS = {"ing", "ed", "es", "s", "e"};
  private static final String SET = "@";
  private static final Map<String, List<Pattern>> BY_FIRST = new HashMap<>();

  static {
    Map<String, Set<String>> sets = new HashMap<>();
    Gazetteer.sections("workings.txt")
        .forEach(
            (heading, lines) -> {
              for (String line : lines) {
                if (heading.isEmpty()) {
                  String[] parts = line.split(" = ", 2);
                  sets.put(parts[0], stems(parts[1].split(" ")));
                } else {
                  add(new Pattern(steps(line, sets), Technology.fromSlug(heading)));
                }
              }
            });
  }

  private Workings() {}

  private static List<Step> steps(String line, Map<String, Set<String>> sets) {
    List<Step> steps = new ArrayList<>();
    int gap = 0;
    for (String word : line.split(" ")) {
      if (Character.isDigit(word.charAt(0))) {
        gap = Integer.parseInt(word);
        continue;
      }
      Set<String> stems = word.startsWith(SET) ? sets.get(word) : stems(word);
      if (stems == null) {
        throw new IllegalStateException("workings.txt: nothing is called " + word);
      }
      steps.add(new Step(stems, gap));
      gap = 0;
    }
    return steps;
  }

  private static void add(Pattern pattern) {
    for (String stem : pattern.steps.getFirst().stems) {
      BY_FIRST.computeIfAbsent(stem, unused -> new ArrayList<>()).add(pattern);
    }
  }

  private static Set<String> stems(String... words) {
    Set<String> stems = new HashSet<>();
    for (String word : words) {
      stems.add(stem(word));
    }
    return stems;
  }

  /** The word without its ending, crudely: the same for all forms of a verb or noun. */
  static String stem(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() > ending.length() + 2) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    int last = stem.length() - 1;
    boolean doubled =
        stem.length() < word.length()
            && last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "ls".indexOf(stem.charAt(last)) < 0;
    if (doubled) {
      return stem.substring(0, last);
    }
    return stem.endsWith("y") || stem.endsWith("i") ? stem.substring(0, last) + "y" : stem;
  }

  /** The known phrases with what the workings add, in the order of the tokens. */
  static List<Phrases.Found<Technology>> with(
      List<Phrases.Found<Technology>> known, List<Token> tokens) {
    List<Phrases.Found<Technology>> all = new ArrayList<>(known);
    List<String> stems = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean spelled =
          i > 0 && tokens.get(i).is("intelligence") && tokens.get(i - 1).is("artificial");
      stems.add(spelled ? "ai" : stem(tokens.get(i).lower()));
    }
    for (int i = 0; i < tokens.size(); i++) {
      for (Pattern pattern : BY_FIRST.getOrDefault(stems.get(i), List.of())) {
        int to = end(pattern, tokens, stems, i);
        if (to > i) {
          add(all, new Phrases.Found<>(i, to, pattern.technology));
        }
      }
    }
    if (all.size() > known.size()) {
      all.sort(Comparator.comparingInt(Phrases.Found::from));
    }
    return all;
  }

  /** "AI" inside "AI to rank nurses" names no other technology; what is more than "AI" stays. */
  private static void add(List<Phrases.Found<Technology>> all, Phrases.Found<Technology> working) {
    boolean told =
        all.stream()
            .anyMatch(
                k ->
                    k.value() != Technology.GENERAL_AI
                        && k.from() < working.to()
                        && k.to() > working.from());
    if (!told) {
      all.removeIf(k -> k.from() >= working.from() && k.to() <= working.to());
      all.add(working);
    }
  }

  /** Where the pattern that begins at the token ends (exclusive), or -1. */
  private static int end(Pattern pattern, List<Token> tokens, List<String> stems, int from) {
    int at = from + 1;
    for (Step step : pattern.steps.subList(1, pattern.steps.size())) {
      int skipped = 0;
      while (at < tokens.size() && !step.stems.contains(stems.get(at))) {
        Token token = tokens.get(at);
        boolean mark = token.is("-") || token.is("'") || token.is("'s") || token.is("artificial");
        skipped += mark ? 0 : 1;
        if (skipped > step.gap || token.tagged("PUNCT") && !mark) {
          return -1;
        }
        at++;
      }
      at++;
    }
    return at <= tokens.size() ? at : -1;
  }
}
