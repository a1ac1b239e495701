package ai.policytracker.ingest.extract;

import java.util.Set;

/** Where a policy holds. */
final class Places {
  private static final Set<String> BEFORE =
      Set.of("in", "across", "throughout", "within", "for", "inside");
  private static final Set<String> SKIPPED =
      Set.of("the", "all", "most", "of", "state", "any", "parts");
  private static final Set<String> GROUPS = Words.set("groups");
  private static final Set<String> SEATS =
      Set.of("washington", "congress", "federal", "white", "capitol", "garante", "district");

  private Places() {}

  /** The code of the place that the act's words restrict it to; null where none. */
  static String of(Sentence sentence, Act act) {
    int from = act.verb().passive() ? About.start(sentence, act) : act.from();
    for (var place : sentence.places()) {
      boolean inside = place.from() >= from && place.from() < act.to();
      if (inside
          && !SEATS.contains(sentence.at(place.from()).lower())
          && restricts(sentence, place)) {
        return place.value();
      }
    }
    return null;
  }

  private static boolean restricts(Sentence sentence, Phrases.Found<String> place) {
    String next = place.to() < sentence.size() ? sentence.at(place.to()).lower() : "";
    if (GROUPS.contains(next)) {
      return true;
    }
    int i = place.from() - 1;
    while (i >= 0 && SKIPPED.contains(sentence.at(i).lower())) {
      i--;
    }
    return i >= 0 && BEFORE.contains(sentence.at(i).lower());
  }
}
