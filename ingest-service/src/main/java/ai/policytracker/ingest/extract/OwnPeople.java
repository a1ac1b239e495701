package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Professions where a firm rules what they may do: "bars lawyers from using", "lets traders use".
 */
final class OwnPeople {
  private static final Set<String> PROFESSIONS = Words.set("professions");
  private static final Set<String> RULING = Words.set("ruling verbs");
  private static final Set<String> BETWEEN =
      Set.of("all", "most", "some", "any", "junior", "senior", "of", "the", "its", "staff");
  private static final Set<String> AFTER = Set.of("to", "from", "not", "against", "use");
  private static final int REACH = 4;

  private OwnPeople() {}

  /** The known phrases with the professions that none of them holds, in the order of the tokens. */
  static List<Phrases.Found<Audience>> with(
      List<Phrases.Found<Audience>> known, List<Token> tokens) {
    List<Phrases.Found<Audience>> all = new ArrayList<>(known);
    all.removeIf(k -> k.value() == Audience.EMPLOYEES && isOthers(tokens, k.to()));
    for (int i = 1; i + 1 < tokens.size(); i++) {
      int at = i;
      boolean ruled =
          PROFESSIONS.contains(tokens.get(i).lower())
              && AFTER.contains(tokens.get(i + 1).lower())
              && isRuled(tokens, i)
              && known.stream().noneMatch(k -> k.from() <= at && at < k.to());
      if (ruled) {
        all.add(new Phrases.Found<>(i, i + 1, Audience.EMPLOYEES));
      }
    }
    all.sort(Comparator.comparingInt(Phrases.Found::from));
    return all;
  }

  /** "turns away lawyers whose firms are suing it". */
  private static boolean isOthers(List<Token> tokens, int next) {
    return next < tokens.size() && tokens.get(next).is("whose");
  }

  private static boolean isRuled(List<Token> tokens, int at) {
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      if (RULING.contains(Lexicon.lemma(tokens.get(i).lower()))) {
        return true;
      }
      if (!BETWEEN.contains(tokens.get(i).lower())) {
        return false;
      }
    }
    return false;
  }
}
