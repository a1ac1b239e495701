package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.NameRuns.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs that are one name: "Brightmirror", "Brightmirror Labs" and "Brightmirror Inc.". */
final class NameGroups {
  private final Map<String, NameCandidate> candidates = new LinkedHashMap<>();

  NameGroups(List<Run> runs) {
    for (Run run : runs) {
      if (run.words().size() > 1) {
        candidates.computeIfAbsent(key(run), unused -> new NameCandidate(run.words()));
      }
    }
    Map<String, Run> first = new HashMap<>();
    runs.stream()
        .filter(run -> run.sentence() > 0)
        .forEach(run -> first.putIfAbsent(run.name(), run));
    Map<String, NameCandidate> byPart = new HashMap<>();
    for (NameCandidate candidate : candidates.values()) {
      if (NameKinds.isEvent(candidate.words.getLast())) {
        continue;
      }
      List<String> words = CompanyIds.bare(candidate.words);
      for (int n = 1; n < words.size(); n++) {
        String part = String.join(" ", words.subList(0, n));
        if (!isTold(first.get(part), first.get(String.join(" ", candidate.words)))) {
          byPart.putIfAbsent(part, candidate);
        }
      }
    }
    runs.forEach(run -> of(run, byPart).runs.add(run));
  }

  /** Whether the short form stands in the text before the longer one: then it is a name itself. */
  private static boolean isTold(Run part, Run whole) {
    return part != null
        && whole != null
        && (part.sentence() < whole.sentence()
            || part.sentence() == whole.sentence() && part.from() < whole.from());
  }

  /** "First Meridian" keeps its first word at the head of a sentence where it has it elsewhere. */
  static List<Run> extended(List<Run> runs, List<List<Token>> sentences) {
    Set<String> names = new HashSet<>();
    runs.forEach(run -> names.add(run.name()));
    List<Run> extended = new ArrayList<>();
    for (Run run : runs) {
      List<String> longer = new ArrayList<>();
      longer.add(sentences.get(run.sentence()).getFirst().text());
      longer.addAll(run.words());
      boolean whole = run.from() == 1 && names.contains(String.join(" ", longer));
      extended.add(whole ? new Run(run.sentence(), 0, run.to(), longer) : run);
    }
    return extended;
  }

  Collection<NameCandidate> all() {
    return candidates.values();
  }

  NameCandidate of(Run run) {
    return candidates.get(key(run));
  }

  /** The longer name, unless it is a person's or the run is all of a name but its legal form. */
  private NameCandidate of(Run run, Map<String, NameCandidate> byPart) {
    NameCandidate whole = candidates.get(key(run));
    NameCandidate longer = byPart.get(key(run));
    boolean legal = whole != null && whole.words.size() > CompanyIds.bare(whole.words).size();
    if (longer != null && !legal && !NameForms.isGivenName(longer.words.getFirst())) {
      return longer;
    }
    return whole == null
        ? candidates.computeIfAbsent(key(run), unused -> new NameCandidate(run.words()))
        : whole;
  }

  private static String key(Run run) {
    return String.join(" ", CompanyIds.bare(run.words()));
  }
}
