package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Parts blocks into sentences: the model's boundaries, less those after abbreviations. */
final class Sentences {

  /**
   * A sentence by its place in the text, with quotes and blanks made plain, character by character.
   */
  record Piece(int start, int end, int block, boolean heading, String text) {}

  private static final int MAX_CHARS = 1_500;
  private static final int MAX_DATELINE_CHARS = 90;
  private static final Set<String> ABBREVIATIONS = Words.set("abbreviations");
  private static final Set<String> STARTERS = Words.set("starters");
  private static final Pattern DATELINE =
      Pattern.compile(
          "^(?:[A-Z][\\p{L}\\d .,]{0,60})?\\([^()]{1,40}\\)\\s{0,3}[-–—]\\s{1,3}|^[A-Z]{3}[A-Z ,]{0,40}(?:[A-Z][a-z]{1,9}\\.)?\\s[–—-]\\s");

  private Sentences() {}

  static List<Piece> of(Language language, String text, List<Furniture.Block> blocks) {
    List<Piece> sentences = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      Furniture.Block block = blocks.get(b);
      String plain = plain(text.substring(block.start(), block.end()));
      int from = dateline(plain);
      for (int[] span : spans(language, plain.substring(from))) {
        int start = from + span[0];
        int end = from + span[1];
        String words = plain.substring(start, end);
        sentences.add(
            new Piece(block.start() + start, block.start() + end, b, block.heading(), words));
      }
    }
    return sentences;
  }

  private static int dateline(String block) {
    var found = DATELINE.matcher(block.substring(0, Math.min(block.length(), MAX_DATELINE_CHARS)));
    return found.find() ? found.end() : 0;
  }

  private static List<int[]> spans(Language language, String plain) {
    List<int[]> spans = new ArrayList<>();
    for (int at = 0; at < plain.length(); ) {
      int end = cut(plain, at);
      for (Span span : language.sentences(plain.substring(at, end))) {
        for (int[] part : atEllipses(plain, at + span.getStart(), at + span.getEnd())) {
          join(plain, spans, part);
        }
      }
      at = end;
    }
    return spans;
  }

  /** "in place... We must": a sentence may end in an ellipsis. */
  private static List<int[]> atEllipses(String plain, int start, int end) {
    List<int[]> parts = new ArrayList<>();
    int from = start;
    for (int i = start; i + 2 < end; i++) {
      boolean dots = plain.charAt(i) == '…' || plain.startsWith("...", i);
      int next = plain.charAt(i) == '…' ? i + 1 : i + 3;
      if (dots
          && next + 1 < end
          && plain.charAt(next) == ' '
          && Character.isUpperCase(plain.charAt(next + 1))) {
        parts.add(new int[] {from, next});
        from = next + 1;
        i = next;
      }
    }
    parts.add(new int[] {from, end});
    return parts;
  }

  /** A paragraph without end is read in pieces, cut between words. */
  private static int cut(String plain, int from) {
    int end = Math.min(plain.length(), from + 4 * MAX_CHARS);
    if (end == plain.length()) {
      return end;
    }
    int blank = plain.lastIndexOf(' ', end);
    return blank > from ? blank + 1 : end;
  }

  private static void join(String plain, List<int[]> spans, int[] next) {
    if (!spans.isEmpty()) {
      int[] last = spans.getLast();
      if (next[1] - last[0] <= MAX_CHARS
          && belongs(plain.substring(last[0], last[1]), plain.substring(next[0], next[1]))) {
        last[1] = next[1];
        return;
      }
    }
    while (next[1] - next[0] > MAX_CHARS) {
      spans.add(new int[] {next[0], next[0] + MAX_CHARS});
      next = new int[] {next[0] + MAX_CHARS, next[1]};
    }
    spans.add(next);
  }

  private static boolean belongs(String last, String next) {
    String end = last.substring(last.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    int blank = next.indexOf(' ');
    String start = (blank < 0 ? next : next.substring(0, blank)).toLowerCase(Locale.ROOT);
    boolean closing = next.length() <= 2 && !Character.isLetterOrDigit(next.charAt(0));
    boolean ended =
        (last.endsWith(".") || last.endsWith("…")) && end.length() > 4
            || last.endsWith("?")
            || last.endsWith("!");
    boolean lower = Character.isLowerCase(next.charAt(0)) && !ended;
    return closing
        || lower
        || (ABBREVIATIONS.contains(end.replace("(", "")) && !STARTERS.contains(start));
  }

  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '’', '‘', 'ʼ', '`' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '\u2011', '\u2010', '\u00AD' -> '-';
            default -> Furniture.isSpace(c) || Character.isISOControl(c) ? ' ' : c;
          });
    }
    return plain.toString();
  }
}
