package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the noun phrases that are the subject of a verb. */
final class SubjectFinder {

  /** Tokens from {@code from} to {@code to} (exclusive), the head noun last. */
  record Phrase(int from, int to) {
    int head() {
      return to - 1;
    }
  }

  private static final Set<String> RELATIVES = Set.of("which", "who", "that");
  private static final Set<String> SKIPPED =
      Set.of(
          "\"", "'", ")", "on", "late", "early", "then", "now", "both", "all", "each", "-", "–",
          "—", "to");

  /** Prepositions that open a clause as well: "days after the company dropped". */
  private static final Set<String> INTRODUCING =
      Set.of("than", "after", "before", "since", "until", "as", "because");

  private static final Set<String> LISTING =
      Set.of("including", "among", "such", "like", "notably");
  private static final Set<String> LETTERS =
      Set.of("letter", "petition", "statement", "filing", "brief", "appeal", "submission", "post");
  private static final int MAX_STEPS = 60;

  private final Sentence sentence;
  private final List<Verb> verbs;

  SubjectFinder(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** The verb whose subject acts in {@code verb} too: the top of "agreed to stop selling". */
  Verb root(Verb verb) {
    Verb root = verb;
    for (int steps = 0; steps < verbs.size(); steps++) {
      if (root.governor() >= 0) {
        root = verbs.get(root.governor());
      } else if (root.joined() >= 0 && !hasOwnSubject(root)) {
        root = verbs.get(root.joined());
      } else {
        break;
      }
    }
    return root;
  }

  private boolean hasOwnSubject(Verb verb) {
    return verb.first() > 0
        && !Set.of("and", "or", "but", "then").contains(word(startOf(verb) - 1));
  }

  private int startOf(Verb verb) {
    int start = verb.first();
    while (start > 0
        && (sentence.at(start - 1).tagged("ADV", "PART") && !word(start - 1).equals("'s")
            || sentence.isDate(start - 1))) {
      start--;
      if (start > 0 && sentence.isDate(start) && word(start - 1).equals("on")) {
        start--;
      }
    }
    return start;
  }

  List<Phrase> subject(Verb verb) {
    Verb root = root(verb);
    if (root.means(VerbClass.SAY) && root.first() == root.head() && isInverted(root.head())) {
      return following(root.head() + 1);
    }
    int decision = Decisions.nounOf(sentence, root);
    if (decision >= 0) {
      return List.of(new Phrase(phraseStart(decision), decision + 1));
    }
    List<Phrase> found = search(startOf(root) - 1, root);
    boolean letter =
        root.form() == Verb.Form.GERUND
            && root.number() > 0
            && !found.isEmpty()
            && LETTERS.contains(word(found.getLast().head()));
    return letter ? subject(verbs.get(root.number() - 1)) : found;
  }

  /** '", said the company'. */
  private boolean isInverted(int head) {
    String before = word(head - 1);
    boolean quote = before.equals("\"") || before.equals(",") && head > 1;
    boolean nominal =
        head + 1 < sentence.size() && isNominal(head + 1) && !sentence.isDate(head + 1);
    boolean closes = head > 1 && (before.equals("\"") || word(head - 2).equals("\""));
    return quote
        && nominal
        && closes
        && !word(head + 1).equals("it")
        && !word(head + 1).equals("that");
  }

  private List<Phrase> following(int from) {
    int to = from;
    while (to < sentence.size() && isNominal(to) && !sentence.isDate(to)) {
      to++;
    }
    return List.of(new Phrase(from, to));
  }

  /** Goes back from the verb, over what stands between it and its subject. */
  private List<Phrase> search(int from, Verb root) {
    List<Phrase> fallback = null;
    boolean antecedent = false;
    int i = from;
    for (int steps = 0; i >= 0 && steps < MAX_STEPS; steps++) {
      int over = over(i);
      if (over < i) {
        antecedent |= isRelative(i);
        i = over;
      } else if (isNominal(i)) {
        List<Phrase> phrases = phrases(i, antecedent);
        int first = phrases.getFirst().from();
        if (antecedent || !isObject(first)) {
          return phrases;
        }
        fallback = fallback == null ? phrases : fallback;
        i = first - 2;
      } else {
        break;
      }
    }
    return fallback == null ? inherited(root) : fallback;
  }

  /** The token before one that is skipped; the same token where it is not. */
  private int over(int i) {
    Token token = sentence.at(i);
    if (isRelative(i)) {
      int before = word(i - 1).equals("of") && i > 3 ? i - 3 : i - 1;
      return word(before).equals(",") ? before - 1 : before;
    }
    if (token.is(",")) {
      int list = listBefore(i);
      if (list > 0) {
        return list - 1;
      }
      int before = commaBefore(i);
      return before < 0 ? i : before - 1;
    }
    if (token.is(")")) {
      return opening(i) - 1;
    }
    boolean skipped =
        sentence.isDate(i)
            || token.tagged("ADV")
            || SKIPPED.contains(token.lower())
            || isReduced(i);
    return skipped ? i - 1 : i;
  }

  private boolean isRelative(int i) {
    Token token = sentence.at(i);
    return i > 0 && RELATIVES.contains(token.lower()) && token.tagged("PRON", "DET", "SCONJ");
  }

  /** The phrase that ends at the token, with those that it is co-ordinated with. */
  private List<Phrase> phrases(int last, boolean antecedent) {
    int start = phraseStart(last);
    boolean object = isObject(start) && !antecedent;
    return object ? List.of(new Phrase(start, last + 1)) : coordinated(start, last + 1);
  }

  /** The object of a preposition is no subject. */
  private boolean isObject(int first) {
    return first > 0
        && sentence.at(first - 1).tagged("ADP")
        && !word(first - 1).equals("that")
        && !INTRODUCING.contains(word(first - 1));
  }

  private boolean isReduced(int i) {
    return verbs.stream()
        .anyMatch(
            v ->
                v.head() == i
                    && (v.form() == Verb.Form.PARTICIPLE || v.form() == Verb.Form.GERUND));
  }

  /** A verb without a subject of its own takes that of the finite verb before it. */
  private List<Phrase> inherited(Verb root) {
    for (int n = root.number() - 1; n >= 0; n--) {
      if (verbs.get(n).finite()) {
        return subject(verbs.get(n));
      }
    }
    return List.of();
  }

  /** The comma that opens ", including Alpha, Beta and Gamma,", or -1. */
  private int listBefore(int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - MAX_STEPS); i--) {
      if (word(i).equals(",") && LISTING.contains(word(i + 1))) {
        return i;
      }
      if (!sentence.at(i).tagged("PUNCT", "PROPN", "NOUN", "CCONJ", "PRON", "ADP", "X")
          && !LISTING.contains(word(i))
          && sentence.companyAt(i) == null) {
        return -1;
      }
    }
    return -1;
  }

  private int commaBefore(int comma) {
    for (int i = comma - 1; i >= 0; i--) {
      if (word(i).equals(",")) {
        return i;
      }
    }
    return -1;
  }

  private int opening(int closing) {
    for (int i = closing; i >= 0; i--) {
      if (word(i).equals("(")) {
        return i;
      }
    }
    return closing;
  }

  private boolean isNominal(int i) {
    Token token = sentence.at(i);
    return token.tagged("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")
        || token.is("'s")
        || token.is("'") && word(i - 1).endsWith("s")
        || sentence.companyAt(i) != null;
  }

  private int phraseStart(int last) {
    int start = last;
    if (start > 1 && word(start - 1).equals(")")) {
      start = Math.max(0, opening(start - 1));
    }
    while (start > 0
        && (isNominal(start - 1) || (word(start - 1).equals("-") && start > 1))
        && !sentence.isDate(start - 1)
        && !RELATIVES.contains(word(start - 1))
        && !(sentence.at(start).tagged("PRON") && start == last)) {
      start--;
      if (start > 1 && word(start - 1).equals(")")) {
        start = opening(start - 1);
      }
    }
    return start;
  }

  private List<Phrase> coordinated(int start, int to) {
    List<Phrase> phrases = new ArrayList<>();
    phrases.add(new Phrase(start, to));
    boolean list = false;
    int i = start - 1;
    while (i > 0) {
      boolean and = word(i).equals("and") || word(i).equals("or");
      boolean comma = word(i).equals(",");
      if (!(and || (comma && list))
          || !isNominal(and && word(i - 1).equals(",") ? i - 2 < 0 ? 0 : i - 2 : i - 1)) {
        break;
      }
      int end = and && word(i - 1).equals(",") ? i - 1 : i;
      if (end < 1) {
        break;
      }
      int first = phraseStart(end - 1);
      phrases.addFirst(new Phrase(first, end));
      list = true;
      i = first - 1;
    }
    return phrases;
  }

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
