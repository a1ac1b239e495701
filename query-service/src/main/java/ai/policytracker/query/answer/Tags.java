package ai.policytracker.query.answer;

import ai.policytracker.query.feed.FeedHead;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * ETags. They are weak: an answer for now repeats the time at which it was asked for, and two that
 * differ in this alone are the same to those who ask. None depends on who asks.
 */
final class Tags {
  private Tags() {}

  /** Of an answer that will never change. */
  static String settled(FeedHead head, Format format) {
    return "W/\"settled." + head.epochName() + "." + format.suffix() + "\"";
  }

  /** Of an answer that any change may change, as midnight may. */
  static String ofFeed(FeedHead head, Format format) {
    return "W/\"s" + head.seq() + "." + rest(head, format);
  }

  /** Of an answer that only changes of one company may change, or changes of identity. */
  static String ofCompany(long version, FeedHead head, Format format) {
    return "W/\"v" + version + "." + head.identitySeq() + "." + rest(head, format);
  }

  private static String rest(FeedHead head, Format format) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    return head.epochName() + "." + today + "." + format.suffix() + "\"";
  }

  /**
   * @param ifNoneMatch the header; null where there is none
   */
  static boolean matches(String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    // Those that compress on the way may make a tag strong or weak; the comparison is weak.
    return ifNoneMatch.equals(tag)
        || ifNoneMatch.strip().equals("*")
        || ifNoneMatch.contains(tag.substring("W/".length()));
  }
}
