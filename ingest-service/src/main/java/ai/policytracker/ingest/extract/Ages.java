package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Ages that mean minors: "users aged 13 to 17", "under-18s", "14-year-olds", "anyone younger than
 * 16".
 */
final class Ages {
  private static final int ADULT = 18;
  private static final int REACH = 6;
  private static final Set<String> OPENING = Set.of("aged", "age", "ages");
  private static final Set<String> BELOW = Set.of("under", "below", "younger");
  private static final Set<String> BETWEEN =
      Set.of("than", "the", "age", "of", "-", "between", "from", "to", "and", "–");
  private static final Set<String> ABOVE = Set.of("over", "older", "above", "up", "+");

  private Ages() {}

  /** The known phrases with the ages that none of them holds, in the order of the tokens. */
  static List<Phrases.Found<Audience>> with(
      List<Phrases.Found<Audience>> known, List<Token> tokens) {
    List<Phrases.Found<Audience>> all = new ArrayList<>(known);
    for (int i = 0; i < tokens.size(); i++) {
      int to = end(tokens, i);
      int from = i;
      boolean unheard = to > i && known.stream().noneMatch(k -> k.from() < to && k.to() > from);
      if (unheard) {
        all.add(new Phrases.Found<>(i, to, Audience.MINORS));
        i = to - 1;
      }
    }
    all.sort(Comparator.comparingInt(Phrases.Found::from));
    return all;
  }

  /** Where the age that begins at the token ends; -1 where none begins or it is an adult's. */
  private static int end(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean below = BELOW.contains(token.lower());
    if (!below && !OPENING.contains(token.lower())) {
      return yearsOld(tokens, at);
    }
    int last = -1;
    for (int i = at + 1; i < Math.min(tokens.size(), at + REACH); i++) {
      int age = age(tokens.get(i));
      if (age > 0) {
        last = age <= ADULT && (below || age < ADULT) ? i : -1;
      } else if (!BETWEEN.contains(tokens.get(i).lower())) {
        break;
      }
    }
    if (last < 0 || !below && isAbove(tokens, last + 1)) {
      return -1;
    }
    String next = last + 1 < tokens.size() ? tokens.get(last + 1).lower() : "";
    boolean measure =
        below
            && tokens.get(last).tagged("NUM")
            && (next.equals("%")
                || next.startsWith("percent")
                || next.equals("per")
                || next.startsWith("month")
                || next.startsWith("minute")
                || next.startsWith("hour")
                || next.startsWith("day")
                || next.startsWith("million"));
    return measure ? -1 : last + 1;
  }

  /** "14-year-olds": but not "a 12-year-old company". */
  private static int yearsOld(List<Token> tokens, int at) {
    int age = age(tokens.get(at));
    if (age < 6 || age >= ADULT) {
      return -1;
    }
    int i = at + 1;
    for (String word : List.of("year", "olds")) {
      while (i < tokens.size() && tokens.get(i).is("-")) {
        i++;
      }
      if (i >= tokens.size() || !tokens.get(i).is(word)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  private static boolean isAbove(List<Token> tokens, int from) {
    for (int i = from; i < Math.min(tokens.size(), from + 2); i++) {
      if (ABOVE.contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static int age(Token token) {
    if (!Character.isDigit(token.lower().charAt(0))) {
      return 0;
    }
    String digits = token.lower().replaceFirst("s$", "");
    boolean number = digits.length() <= 2 && digits.chars().allMatch(Character::isDigit);
    return number ? Integer.parseInt(digits) : 0;
  }
}
