package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Places in a sentence where only a verb can stand, whatever the tagger takes the word for. */
final class VerbPlaces {
  private static final Set<String> MODALS =
      Set.of("will", "would", "must", "may", "might", "can", "could", "should", "wo", "ca", "'ll");
  private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she", "we", "which");
  private static final Set<String> BEFORE_DOING =
      Set.of(
          "stop",
          "stops",
          "stopped",
          "stopping",
          "cease",
          "ceased",
          "quit",
          "halt",
          "halted",
          "paused",
          "suspended",
          "began",
          "begun",
          "keep",
          "kept",
          "resume",
          "resumed",
          "start",
          "started");
  private static final Set<String> GOING = Set.of("go", "carry", "keep", "press", "insist");
  private static final Set<String> PROMISING =
      Set.of("pledge", "promise", "vow", "plan", "intend", "decide", "refuse", "decline", "begin");
  private static final Set<String> AFTER_VERB = Set.of("to", "never", "not", "that", "off", "down");

  private static final Set<String> BETWEEN = Set.of("also", "no", "longer", "never");
  private static final Set<String> SIDES =
      Set.of("back", "support", "oppose", "favor", "favour", "fight", "want");

  private VerbPlaces() {}

  static boolean isVerb(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String word = token.lower();
    if (token.tagged("PROPN", "PUNCT", "NUM", "CCONJ")) {
      return false;
    }
    if (!Lexicon.isKnown(word)) {
      return isPromised(tokens, i);
    }
    boolean plain = Lexicon.lemma(word).equals(word);
    boolean sides = SIDES.contains(word) && tokens.get(i - 1).tagged("PROPN", "NOUN", "PRON");
    if (sides && i + 1 < tokens.size() && tokens.get(i + 1).tagged("DET")) {
      return true;
    }
    if (plain) {
      return isAfterModal(tokens, i) || isAfterTo(tokens, i);
    }
    if (word.endsWith("ing")) {
      boolean on =
          i > 1
              && tokens.get(i - 1).is("on")
              && GOING.contains(Lexicon.lemma(tokens.get(i - 2).lower()));
      return on || BEFORE_DOING.contains(tokens.get(i - 1).lower()) && isNominal(tokens, i + 1);
    }
    boolean third = word.endsWith("s") && !word.endsWith("ss");
    boolean past = word.endsWith("ed");
    boolean after = isNominal(tokens, i + 1) || is(tokens, i + 1, AFTER_VERB);
    boolean pronoun =
        PRONOUNS.contains(tokens.get(i - 1).lower())
            || i > 1 && Set.of("longer", "never", "now").contains(tokens.get(i - 1).lower());
    return (third || past) && pronoun && after
        || past && tokens.get(i - 1).is(",") && is(tokens, i + 1, AFTER_VERB);
  }

  /** "pledged to defend customers", whatever the verb. */
  private static boolean isPromised(List<Token> tokens, int i) {
    return i > 1
        && tokens.get(i).tagged("NOUN")
        && !tokens.get(i).lower().endsWith("s")
        && tokens.get(i - 1).is("to")
        && PROMISING.contains(Lexicon.lemma(tokens.get(i - 2).lower()))
        && isNominal(tokens, i + 1);
  }

  /** "would pause sales", "will not label". */
  private static boolean isAfterModal(List<Token> tokens, int i) {
    int at = i - 1;
    while (at > 0
        && at > i - 4
        && (tokens.get(at).tagged("ADV", "PART") || BETWEEN.contains(tokens.get(at).lower()))
        && !tokens.get(at).is("to")) {
      at--;
    }
    return MODALS.contains(tokens.get(at).lower()) && !tokens.get(at).capitalised();
  }

  /** "decided to pause its sales". */
  private static boolean isAfterTo(List<Token> tokens, int i) {
    return tokens.get(i - 1).is("to")
        && i + 1 < tokens.size()
        && (tokens.get(i + 1).tagged("DET")
            || Set.of("its", "their", "all", "any", "the").contains(tokens.get(i + 1).lower())
            || BEFORE_DOING.contains(tokens.get(i).lower())
                && tokens.get(i + 1).lower().endsWith("ing")
            || tokens.get(i - 1).tagged("PART") && isNominal(tokens, i + 1));
  }

  private static boolean isNominal(List<Token> tokens, int i) {
    return i < tokens.size() && tokens.get(i).tagged("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM");
  }

  private static boolean is(List<Token> tokens, int i, Set<String> words) {
    return i < tokens.size() && words.contains(tokens.get(i).lower());
  }
}
