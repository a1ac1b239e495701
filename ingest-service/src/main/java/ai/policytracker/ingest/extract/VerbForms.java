package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Verbs that the tagger takes for nouns or adjectives. */
final class VerbForms {
  private static final Set<String> FIRMS = Words.set("businesses");
  private static final Set<String> RULES = Words.set("nouns that rule");
  private static final Set<String> RULING = Words.set("verbs of ruling");
  private static final Set<String> RULED = Words.set("verbs after a name");

  private VerbForms() {}

  /** "its new terms bar third parties", "the policy forbids". */
  static boolean isRuling(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String word = token.lower();
    boolean fits =
        RULES.contains(tokens.get(i - 1).lower()) && RULING.contains(Lexicon.lemma(word));
    boolean many = tokens.get(i - 1).lower().endsWith("s") && !tokens.get(i - 1).is("'s");
    return fits && many != word.endsWith("s") && i + 1 < tokens.size();
  }

  /** "The Boston startup bans vocals made by AI". */
  private static boolean isOfFirm(List<Token> tokens, int i, Token next) {
    Token token = tokens.get(i);
    return Lexicon.isKnown(token.lower())
        && next.tagged("DET", "PRON", "NOUN", "PROPN", "ADJ")
        && token.tagged("NOUN")
        && token.lower().endsWith("s")
        && FIRMS.contains(tokens.get(i - 1).lower())
        && isDefinite(tokens, i - 1);
  }

  private static boolean isDefinite(List<Token> tokens, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
      if (tokens.get(i).is("the")) {
        return true;
      }
      if (!tokens.get(i).tagged("NOUN", "PROPN", "ADJ") && !tokens.get(i).is("-")) {
        return false;
      }
    }
    return false;
  }

  /** "Amazon yesterday barred police", "the firm opposes a bill". */
  static boolean isMistaken(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String before = tokens.get(i - 1).tag();
    boolean known =
        i + 1 < tokens.size()
            && (token.lower().length() > 4 || RULED.contains(Lexicon.lemma(token.lower())))
            && Lexicon.isKnown(token.lower());
    boolean object =
        known
            && (tokens.get(i + 1).tagged("DET", "PRON", "NOUN", "PROPN")
                || tokens.get(i + 1).capitalised()
                || tokens.get(i + 1).is("to"));
    boolean past =
        token.tagged("ADJ")
            && token.lower().endsWith("ed")
            && tokens.get(i - 1).tagged("NOUN", "PROPN", "ADV", "PRON");
    Token next = tokens.get(Math.min(i + 1, tokens.size() - 1));
    if (isOfFirm(tokens, i, next)) {
      return true;
    }
    boolean present =
        token.tagged("NOUN")
            && token.lower().endsWith("s")
            && before.equals("PROPN")
            && (next.tagged("DET")
                || next.capitalised()
                || next.is("to")
                || next.tagged("NOUN", "ADJ") && RULED.contains(Lexicon.lemma(token.lower())));
    return object && (past || present);
  }
}
