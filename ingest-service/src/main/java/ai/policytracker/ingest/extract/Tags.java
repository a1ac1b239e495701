package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Parts of speech that the tagger often gets wrong in news, set right by the words around them. */
final class Tags {
  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "its", "their", "his", "her", "this", "that", "any", "no", "our",
          "such", "'s");
  private static final Set<String> HAVE = Set.of("has", "have", "had", "'ve", "having");
  private static final Set<String> FLOATING =
      Set.of("each", "both", "all", "now", "also", "not", "n't", "never", "since", "already");
  private static final Set<String> MEASURES =
      Set.of(
          "year",
          "month",
          "week",
          "yearlong",
          "temporary",
          "permanent",
          "blanket",
          "outright",
          "voluntary",
          "indefinite",
          "total",
          "complete");
  private static final Set<String> FIRMS = Words.set("businesses");
  private static final Set<String> NEVER_VERBS = Words.set("never verbs");

  private static final Set<String> LIMITS =
      Set.of("ban", "block", "halt", "freeze", "pause", "curb", "limit", "cap", "bans", "curbs");
  private static final Set<String> MODALS = Set.of("will", "would", "must", "should", "could");

  private static final Set<String> SAID = Set.of("said", "says");

  private Tags() {}

  static List<Token> corrected(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      retag(tokens, i, byWord(tokens, i));
    }
    for (int i = 1; i < tokens.size(); i++) {
      retag(tokens, i, corrected(tokens, i));
    }
    return tokens;
  }

  private static void retag(List<Token> tokens, int i, String tag) {
    if (!tag.equals(tokens.get(i).tag())) {
      tokens.set(i, tokens.get(i).retagged(tag));
    }
  }

  /** Words that are nearly always the same part of speech in news. */
  private static String byWord(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if ((NEVER_VERBS.contains(token.lower()) || isFirm(token.lower()))
        && !token.tagged("PROPN", "NOUN", "X")) {
      return "NOUN";
    }
    boolean hyphen =
        i + 1 < tokens.size()
            && tokens.get(i + 1).is("-")
            && tokens.get(i + 1).start() == token.end();
    if (hyphen && token.tagged("VERB")) {
      return "NOUN";
    }
    boolean says =
        SAID.contains(token.lower())
            && (i == 0
                || !DETERMINERS.contains(tokens.get(i - 1).lower())
                || tokens.get(i - 1).is("that"));
    if (says) {
      return "VERB";
    }
    boolean lets =
        (token.is("let") || token.is("lets"))
            && i > 0
            && !DETERMINERS.contains(tokens.get(i - 1).lower());
    if (lets) {
      return "VERB";
    }
    if (i > 0 && token.tagged("AUX") && token.capitalised() && token.text().length() > 4) {
      return "PROPN";
    }
    boolean modal = MODALS.contains(token.lower()) && !token.capitalised();
    boolean noun = i > 0 && DETERMINERS.contains(tokens.get(i - 1).lower());
    return modal && !noun ? "AUX" : token.tag();
  }

  /** "the Oslo startup said": taggers take it for a verb. */
  private static boolean isFirm(String word) {
    return FIRMS.contains(word) && (word.endsWith("er") || word.matches("start-?up|upstart|giant"));
  }

  /** "no longer groups pictures". */
  private static boolean isPresent(Token token) {
    return token.tagged("NOUN") && token.lower().endsWith("s") && !token.lower().endsWith("ss");
  }

  private static String corrected(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String tag = token.tag();
    if (tag.equals("VERB") && isNoun(tokens, i)
        || tag.equals("PUNCT") && Character.isLetter(token.lower().charAt(0))
        || token.is("limits") && tokens.get(i - 1).is("off")) {
      return "NOUN";
    }
    boolean noLonger =
        i > 1 && tokens.get(i - 1).is("longer") && tokens.get(i - 2).is("no") && isPresent(token);
    if (noLonger) {
      return "VERB";
    }
    if (tag.equals("VERB") && isAttribute(tokens, i)) {
      return "ADJ";
    }
    if (tag.equals("VERB") && HAVE.contains(token.lower()) && isPerfect(tokens, i)) {
      return "AUX";
    }
    boolean verb =
        !token.tagged("VERB", "AUX")
            && !token.capitalised()
            && (isAfterAux(tokens, i)
                || VerbForms.isRuling(tokens, i)
                || VerbForms.isMistaken(tokens, i)
                || VerbPlaces.isVerb(tokens, i));
    if (verb) {
      return "VERB";
    }
    return token.is("-") || token.is("–") || token.is("—") ? "PUNCT" : tag;
  }

  /** "emotion-detecting cameras", "a list of restricted software". */
  private static boolean isAttribute(List<Token> tokens, int i) {
    if (i + 1 >= tokens.size() || !tokens.get(i + 1).tagged("NOUN", "PROPN", "ADJ")) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean compound =
        before.is("-") && i > 1 && tokens.get(i - 2).tagged("NOUN", "ADJ", "PROPN", "ADV");
    boolean past = tokens.get(i).lower().endsWith("ed");
    boolean attribute =
        past
            && (before.tagged("ADP") && !before.is("to")
                || DETERMINERS.contains(before.lower()) && !before.is("that"));
    return compound || attribute;
  }

  /** "A one-year ban", "to schools", "the AI Act": no verbs. */
  private static boolean isNoun(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String word = token.lower();
    String before = tokens.get(i - 1).lower();
    boolean plain = !word.endsWith("ed") && !word.endsWith("ing");
    boolean many =
        word.endsWith("s")
            && !word.endsWith("ss")
            && (before.equals("to") || tokens.get(i - 1).tagged("ADP"));
    boolean on = i + 1 < tokens.size() && Set.of("on", "of").contains(tokens.get(i + 1).lower());
    boolean limit = LIMITS.contains(word) && on && tokens.get(i - 1).tagged("PROPN", "NOUN", "ADJ");
    boolean user =
        word.equals("end")
            && i + 1 < tokens.size()
            && tokens.get(i + 1).lower().matches("users?|customers?|-|of|result");
    if (user && !tokens.get(i - 1).is("to")) {
      return true;
    }
    boolean name = word.equals("act") && token.capitalised() || limit;
    return name
        || many
        || plain
            && (DETERMINERS.contains(before) || MEASURES.contains(before))
            && !(before.equals("that") && Lexicon.isKnown(word));
  }

  /** "has prohibited", "have both removed": the tagger takes the auxiliary for the verb. */
  private static boolean isPerfect(List<Token> tokens, int i) {
    int at = i + 1;
    while (at < tokens.size()
        && at < i + 4
        && (tokens.get(at).tagged("ADV") || FLOATING.contains(tokens.get(at).lower()))) {
      at++;
    }
    return at < tokens.size() && isPast(tokens, at);
  }

  private static boolean isPast(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    boolean past = word.endsWith("ed") || !Lexicon.lemma(word).equals(word);
    return tokens.get(at).tagged("VERB", "ADJ", "AUX")
        && past
        && Lexicon.isKnown(word)
        && !word.endsWith("ing");
  }

  /** "has been retired", "have both removed". */
  private static boolean isAfterAux(List<Token> tokens, int i) {
    int at = i - 1;
    while (at > 0
        && at > i - 3
        && (FLOATING.contains(tokens.get(at).lower())
            || tokens.get(at).tagged("ADV") && tokens.get(at).lower().endsWith("ly"))) {
      at--;
    }
    String word = tokens.get(i).lower();
    boolean adjective = tokens.get(i).tagged("ADJ");
    boolean doing = word.endsWith("ing") && Lexicon.isKnown(word) || word.endsWith("ed");
    boolean have = HAVE.contains(tokens.get(at).lower()) && isPast(tokens, i);
    return have || adjective && doing && tokens.get(at).tag().equals("AUX") && at == i - 1;
  }
}
