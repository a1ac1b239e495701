package ai.policytracker.ingest.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How publishers word that they were wrong. Each pattern is tried on one sentence, whose length is
 * bounded, and has no repetition within a repetition.
 */
final class NoticeWords {
  private static final String WRONGLY = "(?:(?:incorrectly|wrongly|mistakenly|erroneously) )?";
  private static final String SAID =
      WRONGLY + "(?:said|wrote|stated|reported|claimed|suggested|implied)";
  private static final String KIND = "(?:article|story|post|report|piece|item|brief|column)";
  private static final String VERSION =
      "\\b(?:earlier|previous|first|original|initial|prior) (?:version|edition|draft)s?"
          + " of (?:this|the|our) [a-z]{3,15}\\b";

  /** Groups: what stands before, what was said. */
  private static final Pattern VERSION_SAID =
      pattern(VERSION + "([^.]{0,60}?)\\b" + SAID + "(?: (?:wrongly|incorrectly|in error))?(.+)");

  private static final Pattern THIS_SAID =
      pattern(
          "\\bthis "
              + KIND
              + "( originally| initially| first|) (?:(?:incorrectly|wrongly|mistakenly|erroneously) )"
              + "(?:said|stated|reported|claimed)(.+)");

  private static final Pattern WE_SAID =
      pattern("^(.{0,200}?)\\b(?:we|i) (?:had |have )?" + SAID + "\\b(.+)");

  private static final Pattern OUR_ARTICLE_SAID =
      pattern("\\bour (?:[a-z]+ )?" + KIND + "\\b(.{0,200}?)\\b" + SAID + "\\b(.+)");

  private static final Pattern LISTED =
      pattern(
          VERSION
              + "([^.]{0,60}?)\\b"
              + WRONGLY
              + "(?:included|listed|named|counted) (.{2,80}?)"
              + " (?:among|in the list|as one of|as a (?:signatory|member|participant|supporter))\\b");

  private static final Pattern WITHDRAWN =
      pattern(
          "\\b(?:we|i)(?:'ve| have| are| am|) (?:retract|retracted|retracting|withdraw|withdrawn"
              + "|withdrawing) (?:the|our|that|my|an) (?:[a-z]+ )?"
              + KIND
              + "\\b(.{0,200})");

  private static final Pattern LABEL =
      pattern("^[\\[(*_ ]{0,3}(?:corrections?|retraction|erratum|apology)\\b");
  private static final Pattern TITLE_LABEL =
      pattern("^(?:corrections?|retraction|erratum|apology)\\b|\\bwe got .{1,60} wrong\\b");
  private static final Pattern ADMITTED =
      pattern(
          "\\b(?:wrong|incorrect|inaccurate|mistake|mistaken|in error|the error|an error|untrue"
              + "|not true|was false|apologi[sz]e|apologies|we regret|retract|taken (?:the [a-z]+ )?down"
              + "|(?:it|they) (?:hasn't|has not|haven't|have not|did not|didn't|does not|doesn't|is not"
              + "|isn't))\\b");

  /** What follows is how it really is. */
  private static final Pattern IN_FACT =
      pattern(
          ";|\\s(?:when in fact|in fact|rather than|instead of)\\b|,\\s(?:but|when|whereas)\\b");

  private static final Pattern TITLE = pattern("\"([^\"]{12,200})\"");
  private static final Pattern THAT = pattern("^.{0,60}?\\bthat\\b");

  /** Where none of these stands, no sentence needs to be looked at. */
  private static final Pattern ANY =
      pattern(
          "version of|edition of|draft of|\\b(?:we|i) (?:had |have |wrongly |incorrectly |mistakenly"
              + " )?(?:said|wrote|stated|reported|claimed)\\b|\\bour [a-z ]{3,30} (?:said|stated)\\b"
              + "|retract|withdraw|(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|reported)");

  /**
   * A sentence that says what an earlier article said.
   *
   * @param before words that may name the article
   * @param statement what it said; null where it is a list that a company was in
   * @param listed the companies that were in the list by mistake; null where it is a statement
   */
  record Retelling(boolean ofThisArticle, String before, String statement, String listed) {}

  private NoticeWords() {}

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  static boolean maybeIn(String text) {
    return ANY.matcher(text).find();
  }

  static boolean isLabelled(String paragraph) {
    return LABEL.matcher(paragraph).find();
  }

  static boolean isTitleOfNotice(String title) {
    return TITLE_LABEL.matcher(title).find();
  }

  static boolean isAdmitted(String words) {
    return ADMITTED.matcher(words).find();
  }

  /** Null where the sentence is none. */
  static Retelling retelling(String sentence) {
    Matcher listed = LISTED.matcher(sentence);
    if (listed.find()) {
      return new Retelling(true, "", null, listed.group(2));
    }
    for (Pattern ofThis : new Pattern[] {VERSION_SAID, THIS_SAID}) {
      Matcher said = ofThis.matcher(sentence);
      if (said.find() && isOutsideQuotes(sentence, said.start())) {
        return new Retelling(true, "", statement(said.group(2)), null);
      }
    }
    for (Pattern ofOther : new Pattern[] {WE_SAID, OUR_ARTICLE_SAID}) {
      Matcher said = ofOther.matcher(sentence);
      if (said.find() && isOutsideQuotes(sentence, said.start(2))) {
        String rest = said.group(2);
        Matcher that = THAT.matcher(rest);
        String between = that.find() ? that.group() : "";
        return new Retelling(false, said.group(1) + " " + between, statement(rest), null);
      }
    }
    return null;
  }

  /** Words that may name the article that is withdrawn as a whole; null where none is. */
  static String withdrawn(String sentence) {
    Matcher withdrawn = WITHDRAWN.matcher(sentence);
    return withdrawn.find() && isOutsideQuotes(sentence, withdrawn.start())
        ? withdrawn.group(1)
        : null;
  }

  /** Null where none stands in quotes. */
  static String title(String words) {
    Matcher title = TITLE.matcher(words);
    return title.find() ? title.group(1).strip() : null;
  }

  private static boolean isOutsideQuotes(String sentence, int at) {
    return sentence.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 0;
  }

  /** As a sentence of its own. */
  private static String statement(String rest) {
    Matcher that = THAT.matcher(rest);
    String words = that.find() ? rest.substring(that.end()) : rest;
    Matcher inFact = IN_FACT.matcher(words);
    words = (inFact.find() ? words.substring(0, inFact.start()) : words).strip();
    words = words.replaceFirst("[.\\])\\s]+$", "");
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
