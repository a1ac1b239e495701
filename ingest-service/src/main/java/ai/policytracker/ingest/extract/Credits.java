package ai.policytracker.ingest.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom an article names as its source in a line of its own: "Source: X". */
final class Credits {
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?m)^[ \\t]{0,8}(?:Source|Via|Originally published (?:by|on|at))[ \\t]?:[ \\t]{0,4}([^\\n|]{2,60})$");

  private Credits() {}

  static String in(String text) {
    Matcher source = SOURCE.matcher(text);
    return source.find() ? source.group(1).strip() : null;
  }
}
