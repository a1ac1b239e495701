package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** The known company that a name of a subsidiary or a division belongs to. */
final class Owners {
  private static final Set<String> OWNED = Words.set("owned");
  private static final Set<String> UNITS = Words.set("names of units");
  private static final int REACH = 10;

  private Owners() {}

  /** Null where the words beside the name tell of none. */
  static String of(List<Token> tokens, int from, int to) {
    String before = before(tokens, from, to);
    return before == null ? after(tokens, to) : before;
  }

  /** "Uber's Advanced Technologies Group". */
  private static String before(List<Token> tokens, int from, int to) {
    boolean owned = from > 1 && is(tokens, from - 1, "'s") && to - from > 1;
    if (!owned || !UNITS.contains(tokens.get(to - 1).lower())) {
      return null;
    }
    int start = Math.max(0, from - 5);
    var known = Companies.names().in(tokens.subList(start, from - 1));
    boolean right = !known.isEmpty() && known.getLast().to() + start == from - 1;
    return right && known.getLast().value().role() == Companies.Role.NAME
        ? known.getLast().value().company()
        : null;
  }

  /** "Nexatron, owned by Uber,", but not "a venture of Uber and Toyota". */
  private static String after(List<Token> tokens, int to) {
    if (!is(tokens, to, ",")) {
      return null;
    }
    for (int i = to + 1; i + 2 < Math.min(tokens.size(), to + REACH); i++) {
      boolean owned = OWNED.contains(tokens.get(i).lower());
      boolean of = is(tokens, i + 1, "by") || is(tokens, i + 1, "of");
      if (owned && of) {
        var known = Companies.names().in(tokens.subList(i + 2, Math.min(tokens.size(), i + 6)));
        boolean right =
            !known.isEmpty()
                && known.getFirst().from() == 0
                && !is(tokens, i + 2 + known.getFirst().to(), "and");
        return right && known.getFirst().value().role() == Companies.Role.NAME
            ? known.getFirst().value().company()
            : null;
      }
      if (is(tokens, i, ",") || is(tokens, i, ".")) {
        return null;
      }
    }
    return null;
  }

  private static boolean is(List<Token> tokens, int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }
}
