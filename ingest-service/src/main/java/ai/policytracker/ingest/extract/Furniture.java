package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parts an article from what the page puts around it. A block is a run of text that was written as
 * one paragraph; blocks keep their place in the text, so that offsets hold.
 */
final class Furniture {

  /**
   * Text from {@code start} to {@code end} (exclusive); a heading is a line that is no sentence.
   */
  record Block(int start, int end, boolean heading) {}

  private record Line(int start, int end, String lower) {
    int length() {
      return end - start;
    }
  }

  private static final int WRAPPED_MIN_CHARS = 40;
  private static final int WRAPPED_MAX_CHARS = 90;
  private static final int MARKER_MAX_CHARS = 60;
  private static final int HEADING_MAX_CHARS = 130;

  /** What is longer and holds "this newsletter" somewhere is prose. */
  private static final int FURNITURE_MAX_CHARS = 400;

  private static final List<String> STARTS = section("starts");
  private static final List<String> CONTAINS = section("contains");
  private static final List<String> REST = section("rest");

  private Furniture() {}

  static List<Block> blocks(String text, String title) {
    String headline = title == null ? "" : plain(title);
    List<Line> lines = lines(text);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (endsArticle(line, text.length())) {
        break;
      }
      if (line.length() == 0 || isFurniture(line, headline)) {
        continue;
      }
      int last = i;
      while (last + 1 < lines.size() && isWrapped(text, lines.get(last), lines.get(last + 1))) {
        last++;
      }
      blocks.add(block(text, line.start, lines.get(last).end));
      i = last;
    }
    return blocks;
  }

  private static Block block(String text, int start, int end) {
    char last = text.charAt(end - 1);
    boolean sentence = ".!?\"'”’)…:;]".indexOf(last) >= 0;
    return new Block(start, end, !sentence && end - start <= HEADING_MAX_CHARS);
  }

  private static boolean isWrapped(String text, Line line, Line next) {
    if (next.length() == 0
        || line.length() < WRAPPED_MIN_CHARS
        || line.length() > WRAPPED_MAX_CHARS) {
      return false;
    }
    char last = text.charAt(line.end - 1);
    char first = text.charAt(next.start);
    boolean open = Character.isLetterOrDigit(last) || last == ',' || last == ';';
    return open
        && (Character.isLowerCase(first)
            || Character.isDigit(first)
            || first == '"'
            || last == ',');
  }

  private static boolean endsArticle(Line line, int textLength) {
    if (line.length() > MARKER_MAX_CHARS || line.start < textLength / 3) {
      return false;
    }
    return REST.stream().anyMatch(line.lower::startsWith);
  }

  private static boolean isFurniture(Line line, String headline) {
    String lower = line.lower;
    if (lower.equals(headline) || (lower.contains("»") && lower.length() < 2 * HEADING_MAX_CHARS)) {
      return true;
    }
    boolean pointer = lower.startsWith("▸") && lower.length() <= HEADING_MAX_CHARS;
    if (lower.startsWith("> ") || pointer) {
      return true;
    }
    return STARTS.stream().anyMatch(start -> startsWith(lower, start))
        || line.length() <= FURNITURE_MAX_CHARS && CONTAINS.stream().anyMatch(lower::contains);
  }

  private static boolean startsWith(String lower, String start) {
    if (!lower.startsWith(start)) {
      return false;
    }
    boolean wordEnds =
        lower.length() == start.length()
            || !Character.isLetterOrDigit(start.charAt(start.length() - 1))
            || !Character.isLetterOrDigit(lower.charAt(start.length()));
    return wordEnds;
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      int start = from;
      int end = to;
      while (start < end && isSpace(text.charAt(start))) {
        start++;
      }
      while (end > start && isSpace(text.charAt(end - 1))) {
        end--;
      }
      // A line of any length is looked at by its first characters alone.
      int seen = Math.min(end, start + FURNITURE_MAX_CHARS);
      lines.add(new Line(start, end, plain(text.substring(start, seen))));
      from = to + 1;
    }
    return lines;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
  }

  private static List<String> section(String name) {
    return Gazetteer.sections("furniture.txt").getOrDefault(name, List.of()).stream()
        .map(Furniture::plain)
        .toList();
  }
}
