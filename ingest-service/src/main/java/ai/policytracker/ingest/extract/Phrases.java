package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds known phrases among tokens, the longest first. Hyphens between words do not matter. */
final class Phrases<T> {

  /** Tokens from {@code from} to {@code to} (exclusive) are a phrase that means {@code value}. */
  record Found<T>(int from, int to, T value) {}

  private record Entry<T>(String[] words, String[] written, T value) {}

  private static final Pattern GAPS = Pattern.compile("(?=')|[\\s-]+|(?=[,/])|(?<=[/])");

  private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();
  private final boolean caseMatters;

  Phrases(boolean caseMatters) {
    this.caseMatters = caseMatters;
  }

  void add(String phrase, T value) {
    String[] written = words(phrase);
    if (written.length == 0) {
      return;
    }
    String[] lower = words(phrase.toLowerCase(Locale.ROOT));
    var entries = byFirstWord.computeIfAbsent(lower[0], unused -> new ArrayList<>());
    entries.add(new Entry<>(lower, written, value));
    entries.sort(Comparator.comparingInt((Entry<T> e) -> e.words.length).reversed());
  }

  private static String[] words(String phrase) {
    return GAPS.splitAsStream(phrase.strip())
        .map(
            word ->
                word.endsWith("'") && word.length() > 1
                    ? word.substring(0, word.length() - 1)
                    : word)
        .filter(word -> !word.isBlank())
        .toArray(String[]::new);
  }

  List<Found<T>> in(List<Token> tokens) {
    List<Found<T>> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Found<T> hit = at(tokens, i);
      if (hit != null) {
        found.add(hit);
      }
      i = hit == null ? i + 1 : hit.to;
    }
    return found;
  }

  private Found<T> at(List<Token> tokens, int from) {
    String first = tokens.get(from).lower();
    Found<T> hit = longest(byFirstWord.get(first), tokens, from);
    if (hit == null && !caseMatters && first.endsWith("s") && first.length() > 2) {
      hit = longest(byFirstWord.get(first.substring(0, first.length() - 1)), tokens, from);
    }
    return hit;
  }

  private Found<T> longest(List<Entry<T>> entries, List<Token> tokens, int from) {
    if (entries == null) {
      return null;
    }
    for (Entry<T> entry : entries) {
      int to = end(entry, tokens, from);
      if (to > from) {
        return new Found<>(from, to, entry.value);
      }
    }
    return null;
  }

  private int end(Entry<T> entry, List<Token> tokens, int from) {
    int at = from;
    for (int w = 0; w < entry.words.length; w++) {
      while (w > 0 && at < tokens.size() && tokens.get(at).is("-")) {
        at++;
      }
      if (at >= tokens.size() || !fits(entry, w, tokens.get(at))) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private boolean fits(Entry<T> entry, int w, Token token) {
    if (caseMatters) {
      return token.text().equals(entry.written[w])
          || (entry.written[w].length() > 2
              && token.text().equals(entry.written[w].toUpperCase(Locale.ROOT)));
    }
    boolean last = w == entry.words.length - 1;
    return token.lower().equals(entry.words[w])
        || (last && token.lower().equals(entry.words[w] + "s"));
  }
}
