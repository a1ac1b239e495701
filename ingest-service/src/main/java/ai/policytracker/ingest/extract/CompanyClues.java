package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What shows that a capitalised name is a company's: its last word, or the words around it. */
final class CompanyClues {
  static final Set<String> ROLES = Words.set("person roles");
  private static final Set<String> ORGANISATIONS = Words.set("organisation names");
  static final Set<String> BUSINESSES = Words.set("businesses");
  private static final Set<String> BESIDE = Words.set("beside");
  static final Set<String> PEOPLE = Words.set("outsiders", "users");
  static final Set<String> TRADES = Words.set("trades");
  private static final Set<String> NON_PROFIT = Words.set("non-profit");
  private static final Set<String> BELONGINGS = Words.set("belongings");
  private static final Set<String> LEADS = Words.set("openings of descriptions");
  private static final Set<String> AFTER_HEAD = Words.set("ends of descriptions");
  private static final Set<String> DOING = Words.set("businesses do");
  private static final Set<String> NOT_DOING = Words.set("bodies do");
  static final Set<String> SAYING = Words.set("company verbs");
  private static final Set<String> KIN = Words.set("kin of companies");
  private static final Set<String> PROFESSIONS = Words.set("professional firms");
  private static final Set<String> DESCRIBING =
      Set.of("the", "its", "their", "another", "a", "an", "one", "his", "her");
  private static final Set<String> HEADS_GO_ON =
      Set.of("in", "of", "from", "at", "with", "behind", "on", "for");
  private static final Set<String> RANKS =
      Set.of(
          "biggest",
          "largest",
          "second",
          "third",
          "leading",
          "main",
          "oldest",
          "dominant",
          "top",
          "most",
          "national",
          "state");
  private static final int REACH = 10;

  private final List<List<Token>> sentences;
  private final SpokenOf spokenOf;

  CompanyClues(List<List<Token>> sentences) {
    this.sentences = sentences;
    this.spokenOf = new SpokenOf(sentences);
  }

  static boolean isOrganisation(String lastWord) {
    return ORGANISATIONS.contains(lastWord.toLowerCase(Locale.ROOT));
  }

  boolean isCompany(int sentence, int from, int to) {
    List<Token> tokens = sentences.get(sentence);
    String last = tokens.get(to - 1).lower();
    boolean named =
        to - from > 1 && isOrganisation(last)
            || last.endsWith(".com")
            || last.endsWith(".ai")
            || last.endsWith(".io");
    return named
        || isCalledBefore(tokens, from)
        || isCalledAfter(tokens, to)
        || hasOfficer(tokens, from, to)
        || isListed(tokens, from, to)
        || spokenOf.isTheCompany(sentence, from, to);
  }

  /** "chip maker Nexatron", "the firms Alpha and Beta". */
  private static boolean isCalledBefore(List<Token> tokens, int from) {
    if (from == 0) {
      return false;
    }
    if (from > 2 && is(tokens, from - 1, ",") && isSetBeside(tokens, from - 1)) {
      return true;
    }
    boolean set = is(tokens, from - 1, ",") && from > 2 && isSet(tokens, from - 2);
    String before = tokens.get(set ? from - 2 : from - 1).lower();
    String single = before.endsWith("s") ? before.substring(0, before.length() - 1) : before;
    single = before.endsWith("companies") ? "company" : single;
    boolean pair = isPair(tokens, from - 1);
    return (pair
            || BESIDE.contains(before)
            || BUSINESSES.contains(before)
            || BUSINESSES.contains(single))
        && !isNonProfit(tokens, Math.max(0, from - 4), from);
  }

  /** "Its largest rival in the trade, Nexatron,": a description that ends before the comma. */
  private static boolean isSetBeside(List<Token> tokens, int comma) {
    int from = comma - 1;
    while (from > 0
        && comma - from < REACH
        && Character.isLetter(tokens.get(from - 1).text().charAt(0))) {
      from--;
    }
    if (!DESCRIBING.contains(tokens.get(from).lower())) {
      return false;
    }
    boolean firm = false;
    for (int i = from + 1; i < comma; i++) {
      String word = tokens.get(i).lower();
      if (ROLES.contains(word) || PEOPLE.contains(word) || SAYING.contains(word)) {
        return false;
      }
      boolean head = i + 1 == comma || HEADS_GO_ON.contains(tokens.get(i + 1).lower());
      firm |= head && (BUSINESSES.contains(word) || KIN.contains(word));
      if (head && !firm) {
        return false;
      }
    }
    return firm && !isNonProfit(tokens, from, comma);
  }

  /** "The supplier, Nexatron, has": a description that the name is set beside. */
  private static boolean isSet(List<Token> tokens, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
      if (Set.of("the", "its", "their", "another", "a", "one").contains(tokens.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** ", a chip maker in Austin", ", which sells cameras". */
  private static boolean isCalledAfter(List<Token> tokens, int to) {
    if (!is(tokens, to, ",") && !is(tokens, to, "(") || to + 2 >= tokens.size()) {
      return false;
    }
    if (is(tokens, to + 1, "which")) {
      String doing = tokens.get(to + 2).lower();
      return DOING.contains(doing)
          || doing.length() > 4 && doing.endsWith("s") && !NOT_DOING.contains(doing);
    }
    boolean home = isHome(tokens, to + 1);
    if (!home && !LEADS.contains(tokens.get(to + 1).lower())) {
      return false;
    }
    for (int i = to + 2; i < Math.min(tokens.size() - 1, to + REACH); i++) {
      String word = tokens.get(i).lower();
      boolean firm =
          BUSINESSES.contains(word)
              || isPair(tokens, i)
              || PROFESSIONS.contains(word) && is(tokens, to + 1, "the");
      if (firm && AFTER_HEAD.contains(tokens.get(i + 1).lower())) {
        return !isNonProfit(tokens, to + 1, i);
      }
      if (AFTER_HEAD.contains(word) && !word.equals("-")) {
        return false;
      }
    }
    return false;
  }

  /** "France's biggest insurer", "Latin America's largest lender". */
  private static boolean isHome(List<Token> tokens, int from) {
    int owner = from + 1;
    while (owner < Math.min(tokens.size(), from + 3) && tokens.get(owner).capitalised()) {
      owner++;
    }
    return is(tokens, owner, "'s")
        && owner + 1 < tokens.size()
        && RANKS.contains(tokens.get(owner + 1).lower());
  }

  /** "photo agency", "fashion house". */
  private static boolean isPair(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    return i > 0
        && Set.of("agency", "house", "group", "magazine", "gallery").contains(word)
        && TRADES.contains(tokens.get(i - 1).lower());
  }

  static boolean isNonProfit(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream().anyMatch(t -> NON_PROFIT.contains(t.lower()));
  }

  /** "Procreate chief executive James", "the founder of Procreate", "Procreate's users". */
  private static boolean hasOfficer(List<Token> tokens, int from, int to) {
    boolean owner = is(tokens, to, "'s") || is(tokens, to, "'");
    int next = owner ? to + 1 : to;
    if (next < tokens.size()) {
      String word = tokens.get(next).lower();
      boolean chief = word.equals("chief") && next + 1 < tokens.size();
      boolean role =
          chief
              ? tokens.get(next + 1).lower().matches("executive|technology|product|operating")
              : word.matches("ceo|cto|boss|founder|co-founder|cofounder");
      if (role || owner && BELONGINGS.contains(word)) {
        return true;
      }
    }
    if (from < 3 || !Set.of("of", "at").contains(tokens.get(from - 1).lower())) {
      return false;
    }
    String before = tokens.get(from - 2).lower();
    return before.matches("ceo|founder|co-founder|cofounder")
        || before.equals("executive") && tokens.get(from - 3).is("chief");
  }

  /** "Airbus, Lufthansa and SAP": between known companies. */
  private static boolean isListed(List<Token> tokens, int from, int to) {
    if (to - from > 1) {
      return false;
    }
    boolean before = is(tokens, from - 1, ",") || is(tokens, from - 1, "and");
    boolean after = is(tokens, to, ",") || is(tokens, to, "and");
    boolean list =
        is(tokens, from - 1, ",") && after
            || is(tokens, from - 1, "and") && is(tokens, from - 3, ",")
            || after && !before && is(tokens, to, ",") && is(tokens, to + 2, "and");
    if (!list) {
      return false;
    }
    var known =
        Companies.names()
            .in(tokens.subList(Math.max(0, from - 4), Math.min(tokens.size(), to + 5)));
    int shift = Math.max(0, from - 4);
    return known.stream()
        .anyMatch(
            k ->
                k.value().role() == Companies.Role.NAME
                    && (k.to() + shift == from - 1 || k.from() + shift == to + 1));
  }

  static boolean is(List<Token> tokens, int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }
}
