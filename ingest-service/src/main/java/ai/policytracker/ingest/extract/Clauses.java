package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the verbs of a sentence and how they hang together. */
final class Clauses {
  private static final Set<String> MODALS =
      Set.of(
          "will", "wo", "'ll", "would", "'d", "may", "might", "could", "can", "cannot", "ca",
          "should", "must", "shall", "ought");
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "nor", "cannot");
  private static final Set<String> BE =
      Set.of(
          "be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "'m", "get", "got");
  private static final Set<String> HAVE = Set.of("have", "has", "had", "'ve", "having");
  private static final Set<String> FLOATING = Set.of("each", "both", "all");
  private static final int MAX_GROUP = 7;

  private final Sentence sentence;
  private final List<Verb> verbs = new ArrayList<>();
  private final VerbLinks links;

  private Clauses(Sentence sentence) {
    this.sentence = sentence;
    this.links = new VerbLinks(sentence, verbs);
  }

  static List<Verb> of(Sentence sentence) {
    var clauses = new Clauses(sentence);
    int i = 0;
    while (i < sentence.size()) {
      i = clauses.verbAt(i);
    }
    return clauses.verbs;
  }

  static boolean isAux(Token token) {
    return token.tag().equals("AUX")
        || (MODALS.contains(token.lower()) && !token.tag().equals("NOUN") && !token.is("'d"));
  }

  private int verbAt(int first) {
    if (sentence.isDate(first)
        || sentence.companyAt(first) != null
        || !isAux(sentence.at(first)) && !isVerb(sentence, first)) {
      return first + 1;
    }
    int head = head(first);
    Verb verb = read(first, head);
    verbs.add(verb);
    return head + 1;
  }

  static boolean isVerb(Sentence sentence, int i) {
    Token token = sentence.at(i);
    if (sentence.companyAt(i) != null || token.lower().length() < 2) {
      return false;
    }
    return token.tag().equals("VERB");
  }

  /**
   * The last auxiliary's verb, over negations and adverbs; the auxiliary itself where none follows.
   */
  private int head(int first) {
    int head = first;
    boolean aux = isAux(sentence.at(first));
    for (int i = first + 1; aux && i < Math.min(sentence.size(), first + MAX_GROUP); i++) {
      Token token = sentence.at(i);
      boolean between =
          token.tagged("ADV", "PART")
              || NEGATIONS.contains(token.lower())
              || token.is("no")
              || FLOATING.contains(token.lower())
              || token.is("longer")
              || sentence.isDate(i);
      if (isVerb(sentence, i)) {
        boolean afterTo = sentence.at(i - 1).is("to");
        return afterTo ? head : i;
      }
      if (isAux(token)) {
        head = i;
      } else if (!between || token.is("to")) {
        break;
      }
    }
    return head;
  }

  /** What the words of a verb say beside the verb itself. */
  private record Marks(boolean negated, boolean noLonger, boolean be, boolean have, String modal) {}

  private Marks marks(int from, int head) {
    boolean negated = false;
    boolean noLonger = false;
    boolean be = false;
    boolean have = false;
    String modal = "";
    for (int i = from; i <= Math.min(head + 1, sentence.size() - 1); i++) {
      String word = word(i);
      boolean after = word.equals("not") || word.equals("n't");
      negated |= NEGATIONS.contains(word) && (i <= head || after);
      noLonger |= word.equals("longer") && word(i - 1).equals("no") && i <= head;
      be |= i < head && BE.contains(word);
      have |= i < head && HAVE.contains(word);
      boolean had = word.equals("'d") && !isPlain(head);
      modal =
          i <= head && modal.isEmpty() && MODALS.contains(word) && !had ? plainModal(word) : modal;
    }
    return new Marks(negated, noLonger, be, have, modal);
  }

  private int start(int first) {
    int from = first;
    while (from > 0
        && (NEGATIONS.contains(word(from - 1))
            || sentence.at(from - 1).tagged("ADV")
            || word(from - 1).equals("to"))) {
      from--;
    }
    return from;
  }

  private Verb read(int first, int head) {
    int from = start(first);
    Marks marks = marks(from, head);
    boolean gerund = word(head).endsWith("ing") && word(head).length() > 4;
    int joined = links.joined(from, marks.modal);
    Verb.Form form = form(first, head, marks.be, from, gerund);
    boolean bare = form == Verb.Form.FINITE && isPlain(head) && first == head;
    if (bare && joined >= 0 && verbs.get(joined).form() == Verb.Form.INFINITIVE) {
      form = Verb.Form.INFINITIVE;
    }
    if (form == Verb.Form.FINITE && isPlain(head) && first == head && links.isLet(from)) {
      form = Verb.Form.INFINITIVE;
    }
    boolean shared = joined >= 0 && form == verbs.get(joined).form();
    String lemma = Lexicon.lemma(word(head));
    int end = new ClauseEnd(sentence).after(head);
    return new Verb(
        verbs.size(),
        first,
        head,
        lemma,
        marks.modal,
        form,
        marks.negated,
        marks.noLonger,
        marks.be && !gerund,
        marks.have,
        shared ? verbs.get(joined).governor() : links.governor(form, from),
        joined,
        end,
        Lexicon.meanings(sentence, head, lemma, end));
  }

  private boolean isPlain(int head) {
    String word = word(head);
    return word.equals(Lexicon.lemma(word));
  }

  private Verb.Form form(int first, int head, boolean be, int from, boolean gerund) {
    if (from < first && sentence.words(from, first).contains("to")) {
      return Verb.Form.INFINITIVE;
    }
    if (first < head || isAux(sentence.at(head))) {
      return Verb.Form.FINITE;
    }
    if (gerund && !be) {
      return Verb.Form.GERUND;
    }
    return isParticiple(head) ? Verb.Form.PARTICIPLE : Verb.Form.FINITE;
  }

  /** "pictures made by", "the ban announced on Monday": a past form right after its noun. */
  private boolean isParticiple(int head) {
    if (head == 0
        || isPlain(head)
        || !(word(head).endsWith("ed") || word(head).endsWith("n") || word(head).endsWith("de"))) {
      return false;
    }
    boolean afterNoun =
        sentence.at(head - 1).tagged("NOUN") && sentence.companyAt(head - 1) == null;
    String next = word(head + 1);
    return afterNoun && Set.of("by", "with", "at", "against", "elsewhere").contains(next);
  }

  private static String plainModal(String word) {
    return switch (word) {
      case "wo", "'ll", "shall" -> "will";
      case "'d" -> "would";
      case "ca", "cannot" -> "can";
      default -> word;
    };
  }

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
