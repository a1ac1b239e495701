package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs of capitalised words in a sentence: what may be a name. */
final class NameRuns {

  /** Tokens from {@code from} to {@code to} (exclusive) of a sentence, as they are written. */
  record Run(int sentence, int from, int to, List<String> words) {
    String name() {
      return String.join(" ", words);
    }
  }

  private static final int MAX_TOKENS = 9;

  /** Titles in capitals throughout and the like hold no names that can be told apart. */
  private static final double MAX_CAPITALISED = 0.6;

  private static final int MIN_WORDS = 5;
  private static final Set<String> NO_NAME = Words.set("no name");
  private static final Set<String> OPENERS = Words.set("openers");
  private static final Set<String> MARKS =
      Set.of("\"", ":", "-", "–", "—", "(", "•", ".", "'", "?", "!", ";");
  private static final Set<String> COMPANY_WORDS = Words.set("company words");
  private static final Set<String> BUSINESSES = Words.set("businesses");
  private static final Set<String> ROLES = Words.set("person roles", "titles");
  private static final Set<String> NAMES_TOO =
      Set.of(
          "general",
          "king",
          "queen",
          "prince",
          "princess",
          "lord",
          "lady",
          "pope",
          "colonel",
          "captain",
          "head",
          "boss",
          "secretary",
          "bishop",
          "sage");
  private static final Set<String> INSIDE =
      Set.of(
          "of", "for", "the", "&", "-", "'", "de", "del", "della", "di", "da", "do", "du", "am",
          "sur", "upon", "la", "le", "van", "von", "der", "den", "und", "et", "e", "y");
  private static final Set<String> FAMILY =
      Set.of("sons", "partners", "co", "co.", "brothers", "daughters");

  private NameRuns() {}

  static List<Run> in(List<Token> tokens, int sentence) {
    List<Run> runs = new ArrayList<>();
    if (isTitle(tokens)) {
      return runs;
    }
    int i = 0;
    while (i < tokens.size()) {
      int to = end(tokens, i);
      int from = start(tokens, i, to);
      if (from < to && !isShouted(tokens, from, to) && !isCompound(tokens, to)) {
        List<String> words = tokens.subList(from, to).stream().map(Token::text).toList();
        runs.add(new Run(sentence, from, to, words));
      }
      i = Math.max(i + 1, to);
    }
    return runs;
  }

  /** "Munich-based", "Co-founder", "PUNE:". */
  private static boolean isCompound(List<Token> tokens, int to) {
    boolean joined =
        to + 1 < tokens.size()
            && tokens.get(to).is("-")
            && tokens.get(to).start() == tokens.get(to - 1).end()
            && Character.isLowerCase(tokens.get(to + 1).text().charAt(0));
    boolean owned =
        joined && Set.of("owned", "backed", "made", "built").contains(tokens.get(to + 1).lower());
    boolean dateline = to < 4 && to < tokens.size() && tokens.get(to).is(":");
    return joined && !owned
        || dateline
            && tokens.get(to - 1).text().length() > 3
            && tokens.get(to - 1).text().chars().noneMatch(Character::isLowerCase);
  }

  /** "LOCAL TECH": the name of a section. */
  private static boolean isShouted(List<Token> tokens, int from, int to) {
    return to - from > 1
        && tokens.subList(from, to).stream()
            .noneMatch(t -> t.text().chars().anyMatch(Character::isLowerCase));
  }

  private static boolean isTitle(List<Token> tokens) {
    int words = 0;
    int capitalised = 0;
    for (Token token : tokens) {
      boolean word = token.text().length() > 3 && Character.isLetter(token.text().charAt(0));
      words += word ? 1 : 0;
      capitalised += word && token.capitalised() ? 1 : 0;
    }
    return words >= MIN_WORDS && capitalised > MAX_CAPITALISED * words;
  }

  /** Where the run of capitalised words ends that begins at the token; the token itself if none. */
  private static int end(List<Token> tokens, int from) {
    int at = from;
    int end = from;
    while (at < tokens.size() && at < from + MAX_TOKENS) {
      Token token = tokens.get(at);
      boolean role = at > from && isRole(token);
      if (isNameWord(token) && !role) {
        end = at + 1;
      } else if (role || at == from || !isInside(tokens, at)) {
        break;
      }
      at++;
    }
    return end;
  }

  private static boolean isRole(Token token) {
    return ROLES.contains(token.lower()) && !NAMES_TOO.contains(token.lower());
  }

  private static boolean isInside(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.is("and")) {
      return at + 1 < tokens.size() && FAMILY.contains(tokens.get(at + 1).lower());
    }
    return INSIDE.contains(token.lower()) && !isGap(tokens, at);
  }

  /** "Wizards of the Coast", but not "Adobe of the United States": two short words at most. */
  private static boolean isGap(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.is("-") || token.is("'")) {
      return token.start() > tokens.get(at - 1).end()
          || at + 1 >= tokens.size()
          || !isNameWord(tokens.get(at + 1));
    }
    if (token.is("the")) {
      return !tokens.get(at - 1).is("of");
    }
    int next = at + 1;
    boolean second =
        next < tokens.size()
            && (token.is("of") && tokens.get(next).is("the")
                || Set.of("der", "den", "la").contains(tokens.get(next).lower())
                    && !tokens.get(next).capitalised());
    next = second ? at + 2 : next;
    boolean seat =
        token.is("of")
            && at > 1
            && COMPANY_WORDS.contains(tokens.get(at - 1).lower())
            && isNameWord(tokens.get(at - 2))
            && !tokens.get(at - 1).is("bank")
            && next < tokens.size()
            && NameKinds.isTown(tokens.get(next).text());
    if (seat) {
      return true;
    }
    return next >= tokens.size() || !isNameWord(tokens.get(next)) || isPlace(tokens, next);
  }

  private static boolean isPlace(List<Token> tokens, int at) {
    var places = Subjects.PLACES.in(tokens.subList(at, Math.min(tokens.size(), at + 3)));
    return !places.isEmpty() && places.getFirst().from() == 0;
  }

  static boolean isNameWord(Token token) {
    return token.text().length() > 1
        && token.text().codePoints().anyMatch(Character::isUpperCase)
        && Character.isLetterOrDigit(token.text().charAt(0))
        && token.text().codePoints().anyMatch(Character::isLetter)
        && CalendarWords.weekdayOf(token) == null
        && CalendarWords.monthOf(token) == 0;
  }

  /** Words that open a sentence or name a nation are no part of the name. */
  private static int start(List<Token> tokens, int from, int to) {
    int at = from;
    while (at < to
        && (NO_NAME.contains(tokens.get(at).lower()) && !isShout(tokens, at, to)
            || OPENERS.contains(tokens.get(at).lower()) && isOpening(tokens, at, from)
            || !Character.isLetterOrDigit(tokens.get(at).text().charAt(0))
            || isRole(tokens.get(at))
            || at == 0
                && to > 1
                && !tokens.get(1).is("&")
                && BUSINESSES.contains(tokens.get(at).lower())
            || INSIDE.contains(tokens.get(at).lower()) && !tokens.get(at).capitalised()
            || at + 1 < to && isNation(tokens, at))) {
      at++;
    }
    return at;
  }

  private static boolean isOpening(List<Token> tokens, int at, int from) {
    return at == 0 || at > from || MARKS.contains(tokens.get(at - 1).lower());
  }

  /** "Air Caledon" keeps its "Air", "One Medical" its "One": not where a sentence opens. */
  private static boolean isShout(List<Token> tokens, int at, int to) {
    boolean trade = at + 1 < to && COMPANY_WORDS.contains(tokens.get(at + 1).lower());
    return (at > 0 || trade)
        && at + 1 < to
        && tokens.get(at).capitalised()
        && Set.of(
                "first", "new", "big", "great", "good", "next", "one", "three", "four", "five",
                "six", "seven", "eight", "nine", "ten", "two", "all", "high", "half", "open",
                "little", "small", "young", "old", "early", "late", "point", "page", "front",
                "back", "top", "second", "third", "true", "long")
            .contains(tokens.get(at).lower());
  }

  private static boolean isNation(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    boolean adjective =
        word.endsWith("n")
            || word.endsWith("ish")
            || word.endsWith("ese")
            || word.endsWith("ch")
            || word.endsWith("ss")
            || word.endsWith("i")
            || word.equals("us")
            || word.startsWith("u.");
    return adjective && !Subjects.PLACES.in(tokens.subList(at, at + 1)).isEmpty();
  }
}
