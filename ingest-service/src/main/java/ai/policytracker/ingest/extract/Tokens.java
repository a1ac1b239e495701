package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.util.Span;

/**
 * Words of a sentence with their parts of speech. What the model leaves joined ("won't",
 * "company's", "AI-made") is parted after tagging, so that the tagger sees what it was trained on.
 */
final class Tokens {
  private static final int MAX_TOKENS = 220;
  private static final String KNOWN_NAME = "Microsoft";

  private Tokens() {}

  /**
   * A sentence parted into words that are not looked at yet.
   *
   * @param start where the sentence begins in the article
   */
  record Split(String[] words, int[] starts) {}

  /** Finds names among tokens. */
  interface UnaryNames {
    List<Phrases.Found<Companies.Name>> in(List<Token> tokens);
  }

  static Split split(Language language, String sentence, int start) {
    Span[] spans = language.tokens(sentence);
    int count = Math.min(spans.length, MAX_TOKENS);
    String[] words = new String[count];
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = sentence.substring(spans[i].getStart(), spans[i].getEnd());
      starts[i] = start + spans[i].getStart();
    }
    return new Split(words, starts);
  }

  /** Tokens that are all tagged "X". */
  static List<Token> plain(Split split) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < split.words.length; i++) {
      part(tokens, split.words[i], split.starts[i], "X");
    }
    return tokens;
  }

  /**
   * @param plain the same words untagged
   * @param names company names among untagged tokens; the tagger is shown a name that it knows
   *     instead, for it takes "OpenAI" for a verb
   */
  static List<Token> tagged(Language language, Split split, List<Token> plain, UnaryNames names) {
    String[] tags = language.tags(shown(split, names.in(plain)));
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < split.words.length; i++) {
      part(tokens, split.words[i], split.starts[i], tags[i]);
    }
    return Tags.corrected(tokens);
  }

  private static String[] shown(Split split, List<Phrases.Found<Companies.Name>> names) {
    List<Token> plain = names.isEmpty() ? List.of() : plain(split);
    String[] shown = split.words.clone();
    for (Phrases.Found<Companies.Name> found : names) {
      int from = plain.get(found.from()).start();
      int to = plain.get(found.to() - 1).end();
      for (int i = 0; i < shown.length; i++) {
        String word = split.words[i];
        int at = split.starts[i];
        boolean whole = at >= from && at + word.length() <= to;
        boolean capital = Character.isUpperCase(word.charAt(0));
        int within = to - at;
        boolean owner =
            at >= from && within > 0 && within < word.length() && word.charAt(within) == '\'';
        shown[i] =
            owner ? KNOWN_NAME + word.substring(within) : whole && capital ? KNOWN_NAME : shown[i];
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
}
