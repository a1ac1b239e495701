package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * Words of a sentence with their parts of speech. What the model leaves joined ("won't",
 * "company's", "AI-made") is parted after tagging, so that the tagger sees what it was trained on.
 */
final class Tokens {
  private static final int MAX_TOKENS = 220;
  private static final String KNOWN_NAME = "Microsoft";
  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "its", "their", "his", "her", "this", "that", "any", "no", "our",
          "such", "'s");

  private Tokens() {}

  /**
   * @param start where the sentence begins in the article
   * @param tagged whether parts of speech are wanted; otherwise all are "X"
   */
  static List<Token> of(Language language, String sentence, int start, boolean tagged) {
    return of(language, sentence, start, tagged, tokens -> List.of());
  }

  /**
   * @param names company names among untagged tokens; the tagger is shown a name that it knows
   *     instead, for it takes "OpenAI" for a verb
   */
  static List<Token> of(
      Language language, String sentence, int start, boolean tagged, UnaryNames names) {
    Span[] spans = language.tokens(sentence);
    int count = Math.min(spans.length, MAX_TOKENS);
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      words[i] = sentence.substring(spans[i].getStart(), spans[i].getEnd());
    }
    String[] tags = tagged ? language.tags(shown(words, spans, start, names)) : null;
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      part(tokens, words[i], start + spans[i].getStart(), tags == null ? "X" : tags[i]);
    }
    return tagged ? corrected(tokens) : tokens;
  }

  /** Finds names among tokens. */
  interface UnaryNames {
    List<Phrases.Found<Companies.Name>> in(List<Token> tokens);
  }

  private static String[] shown(String[] words, Span[] spans, int start, UnaryNames names) {
    List<Token> plain = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      part(plain, words[i], start + spans[i].getStart(), "X");
    }
    String[] shown = words.clone();
    for (Phrases.Found<Companies.Name> found : names.in(plain)) {
      int from = plain.get(found.from()).start();
      int to = plain.get(found.to() - 1).end();
      for (int i = 0; i < words.length; i++) {
        int at = start + spans[i].getStart();
        boolean whole = at >= from && start + spans[i].getEnd() <= to;
        boolean word =
            Character.isLetter(words[i].charAt(0)) && Character.isUpperCase(words[i].charAt(0));
        int within = to - at;
        boolean owner =
            at >= from
                && within > 0
                && within < words[i].length()
                && words[i].charAt(within) == '\'';
        shown[i] =
            owner ? KNOWN_NAME + words[i].substring(within) : whole && word ? KNOWN_NAME : shown[i];
      }
    }
    return shown;
  }

  private static void part(List<Token> tokens, String word, int start, String tag) {
    String first = tag.contains("+") ? tag.substring(0, tag.indexOf('+')) : tag;
    String rest = tag.contains("+") ? tag.substring(tag.lastIndexOf('+') + 1) : "PART";
    int from = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean mark = isMark(word, i, c);
      boolean clitic = c == '\'' && i > from && i + 1 < word.length();
      if (clitic && word.startsWith("n't", i - 1) && i + 2 == word.length() && i - 1 > from) {
        add(tokens, word, from, i - 1, start, first);
        add(tokens, word, i - 1, word.length(), start, "PART");
        return;
      }
      if (clitic && word.length() - i <= 3) {
        add(tokens, word, from, i, start, first);
        add(tokens, word, i, word.length(), start, rest.equals(first) ? "PART" : rest);
        return;
      }
      if (mark) {
        add(tokens, word, from, i, start, first);
        add(tokens, word, i, i + 1, start, "PUNCT");
        from = i + 1;
      }
    }
    add(tokens, word, from, word.length(), start, first);
  }

  private static boolean isMark(String word, int i, char c) {
    if (c == '.' || c == '\'') {
      boolean last = i == word.length() - 1;
      return c == '.' ? last && word.length() > 4 && word.indexOf('.') == i : i == 0 || last;
    }
    return "-–—/,;:()[]{}\"!?…•".indexOf(c) >= 0 && !(c == ',' && i > 0 && i + 1 < word.length());
  }

  private static void add(
      List<Token> tokens, String word, int from, int to, int start, String tag) {
    if (to > from) {
      String text = word.substring(from, to);
      tokens.add(new Token(start + from, start + to, text, text.toLowerCase(Locale.ROOT), tag));
    }
  }

  /** The tagger takes "a one-year ban" for a verb, "was retired" for an adjective. */
  private static List<Token> corrected(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String before = tokens.get(i - 1).lower();
      String tag = token.tag();
      boolean plain = !token.lower().endsWith("ed") && !token.lower().endsWith("ing");
      if (tag.equals("VERB")
          && plain
          && (DETERMINERS.contains(before) || afterDuration(tokens, i))) {
        tokens.set(i, token.retagged("NOUN"));
      } else if (tag.equals("PUNCT") && Character.isLetter(token.lower().charAt(0))) {
        tokens.set(i, token.retagged("NOUN"));
      } else if (tag.equals("ADJ")
          && token.lower().endsWith("ing")
          && tokens.get(i - 1).tag().equals("AUX")
          && Lexicon.isKnown(token.lower())) {
        tokens.set(i, token.retagged("VERB"));
      } else if (tag.equals("ADJ")
          && token.lower().endsWith("ed")
          && tokens.get(i - 1).tag().equals("AUX")) {
        tokens.set(i, token.retagged("VERB"));
      } else if (isMistakenVerb(tokens, i)) {
        tokens.set(i, token.retagged("VERB"));
      } else if (token.is("off") && i + 1 < tokens.size() && tokens.get(i + 1).is("limits")) {
        tokens.set(i + 1, tokens.get(i + 1).retagged("NOUN"));
      } else if (token.is("-") || token.is("–") || token.is("—")) {
        tokens.set(i, token.retagged("PUNCT"));
      }
    }
    return tokens;
  }

  /** "Amazon yesterday barred police", "the firm opposes a bill". */
  private static boolean isMistakenVerb(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String before = tokens.get(i - 1).tag();
    boolean known =
        i + 1 < tokens.size() && token.lower().length() > 4 && Lexicon.isKnown(token.lower());
    boolean object =
        known
            && (tokens.get(i + 1).tagged("DET", "PRON", "NOUN", "PROPN")
                || tokens.get(i + 1).is("to"));
    boolean past =
        token.tagged("ADJ")
            && token.lower().endsWith("ed")
            && tokens.get(i - 1).tagged("NOUN", "PROPN", "ADV", "PRON");
    Token next = tokens.get(Math.min(i + 1, tokens.size() - 1));
    boolean present =
        token.tagged("NOUN")
            && token.lower().endsWith("s")
            && before.equals("PROPN")
            && (next.tagged("DET") || next.capitalised() || next.is("to"));
    return object && (past || present);
  }

  private static boolean afterDuration(List<Token> tokens, int i) {
    return Set.of(
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
            "complete")
        .contains(tokens.get(i - 1).lower());
  }
}
