package ai.policytracker.ingest.extract;

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

  private static final Set<String> LISTING =
      Set.of("including", "among", "such", "like", "notably");
  private static final Set<String> LETTERS =
      Set.of("letter", "petition", "statement", "filing", "brief", "appeal", "submission", "post");
  private static final int MAX_STEPS = 60;

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final NounPhrases nouns;

  SubjectFinder(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.nouns = new NounPhrases(sentence);
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
      return List.of(new Phrase(nouns.start(decision), decision + 1));
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
        head + 1 < sentence.size() && nouns.isNominal(head + 1) && !sentence.isDate(head + 1);
    boolean closes = head > 1 && (before.equals("\"") || word(head - 2).equals("\""));
    return quote
        && nominal
        && closes
        && !word(head + 1).equals("it")
        && !word(head + 1).equals("that");
  }

  private List<Phrase> following(int from) {
    int to = from;
    while (to < sentence.size() && nouns.isNominal(to) && !sentence.isDate(to)) {
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
      } else if (nouns.isNominal(i)) {
        List<Phrase> phrases = nouns.endingAt(i, antecedent);
        int first = phrases.getFirst().from();
        if (antecedent || !nouns.isObject(first)) {
          return phrases;
        }
        fallback = fallback == null ? phrases : fallback;
        i = word(first - 2).equals(",") && commaBefore(first - 2) < 0 ? first - 3 : first - 2;
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
      return nouns.opening(i) - 1;
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

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
