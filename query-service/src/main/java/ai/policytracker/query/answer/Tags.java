package ai.policytracker.query.answer;

import ai.policytracker.query.feed.FeedHead;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * ETags. Each is of one address, so that it says nothing of any other; it was given out with an
 * answer alone, so whoever names it has asked for something that there is. They are weak: an answer
 * for now repeats the time at which it was asked for, and two that differ in this alone are the
 * same to those who ask. None depends on who asks.
 *
 * @param address its digest
 */
record Tags(FeedHead head, String address) {

  static Tags of(FeedHead head, Address address) {
    return new Tags(head, address.digest());
  }

  /** Of an answer that will never change. */
  String settled() {
    return "W/\"settled." + head.epochName() + "." + address + "\"";
  }

  /** Of an answer that any change may change, as midnight may. */
  String ofFeed() {
    return "W/\"s" + head.seq() + "." + rest();
  }

  /** Of an answer that only changes of one company may change, or changes of identity. */
  String ofCompany(long version) {
    return "W/\"v" + version + "." + head.identitySeq() + "." + rest();
  }

  private String rest() {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    return head.epochName() + "." + today + "." + address + "\"";
  }

  /**
   * Whether the caller has the answer with that tag.
   *
   * @param ifNoneMatch the header; null where there is none
   */
  static boolean names(String ifNoneMatch, String tag) {
    // Those that compress on the way may make a tag strong or weak; the comparison is weak.
    return ifNoneMatch != null
        && (ifNoneMatch.equals(tag) || ifNoneMatch.contains(tag.substring("W/".length())));
  }

  /**
   * Whether the caller wants no answer where there is one.
   *
   * @param ifNoneMatch the header; null where there is none
   */
  static boolean isAny(String ifNoneMatch) {
    return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
  }
}
