package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a policy holds. */
final class Places {
  private static final Set<String> BEFORE =
      Set.of("in", "across", "throughout", "within", "for", "inside");
  private static final Set<String> SKIPPED =
      Set.of("the", "all", "most", "of", "state", "any", "parts");
  private static final Set<String> GROUPS = Words.set("groups");

  /** "denied California access", "bars China from using it". */
  private static final Set<String> AFTER_THE_DENIED = Set.of("access", "from");

  private static final Set<String> SEATS =
      Set.of("washington", "congress", "federal", "white", "capitol", "garante", "district");

  private static final Set<String> LISTING = Set.of(",", "and", "or", "the", "in", "both", "not");

  private Places() {}

  /** The code of the place that the act's words restrict it to; null where none. */
  static String of(Sentence sentence, Act act) {
    List<String> all = all(sentence, act);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** Every place that the act's words restrict it to: "in Italy, France and Spain". */
  static List<String> all(Sentence sentence, Act act) {
    List<String> all = new ArrayList<>();
    int from = act.thing() ? About.start(sentence, act) : act.from();
    int last = -1;
    for (var place : sentence.places()) {
      boolean inside = place.from() >= from && place.from() < act.to();
      boolean listed = last >= 0 && isList(sentence, last, place.from());
      if (inside
          && !SEATS.contains(sentence.at(place.from()).lower())
          && (listed || restricts(sentence, place, act))) {
        last = place.to();
        if (!all.contains(place.value())) {
          all.add(place.value());
        }
      }
    }
    return all;
  }

  private static boolean isList(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!LISTING.contains(sentence.at(i).lower())) {
        return false;
      }
    }
    return true;
  }

  private static boolean restricts(Sentence sentence, Phrases.Found<String> place, Act act) {
    String next = place.to() < sentence.size() ? sentence.at(place.to()).lower() : "";
    if (GROUPS.contains(next)) {
      return true;
    }
    int i = place.from() - 1;
    while (i >= 0 && SKIPPED.contains(sentence.at(i).lower())) {
      i--;
    }
    boolean denied = i == act.verb().head() && AFTER_THE_DENIED.contains(next);
    return denied || i >= 0 && BEFORE.contains(sentence.at(i).lower());
  }
}
