package ai.policytracker.query.change;

import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.request.Cursor;
import ai.policytracker.shell.ProblemTypes;
import ai.policytracker.shell.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed as it was given out: with the epoch in which its seq means something, and
 * with the filter that it belongs to.
 *
 * @param epoch its name; null where the caller gave a seq alone, which is of any epoch
 */
public record FeedCursor(String epoch, long seq) {
  private static final String LIST = "changes";
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}):([0-9]{1,18}):(.*)");
  private static final Pattern EVENT_ID = Pattern.compile("([0-9]{1,18})(?:-([0-9a-f]{8}))?");
  private static final int GONE = 410;

  static String next(ChangePage page, ChangeFilter filter) {
    String place = FeedHead.nameOf(page.epoch()) + ":" + page.through() + ":" + hashOf(filter);
    return Cursor.of(LIST, place);
  }

  /**
   * @throws HttpProblem 400 where it is none, or one of another filter
   */
  static FeedCursor read(String cursor, ChangeFilter filter) {
    Matcher place = FORM.matcher(Cursor.last(LIST, cursor));
    if (!place.matches()) {
      throw Cursor.invalid();
    }
    if (!place.group(3).equals(hashOf(filter))) {
      throw Problems.invalid(
          "cursor", "belongs to another filter; give the parameters that it was answered to");
    }
    return new FeedCursor(place.group(1), Long.parseLong(place.group(2)));
  }

  /** The id of an event of a stream: begins with its seq. */
  public static String eventId(long seq, String epoch) {
    return seq + "-" + epoch;
  }

  /** The id of an event that leads to this place. */
  public String eventId() {
    return eventId(seq, epoch);
  }

  /**
   * @throws HttpProblem 400 where it is none
   */
  public static FeedCursor ofEvent(String id) {
    Matcher place = EVENT_ID.matcher(id);
    if (!place.matches()) {
      throw Problems.invalid("Last-Event-ID", "must be the id of an event of this stream");
    }
    return new FeedCursor(place.group(2), Long.parseLong(place.group(1)));
  }

  public boolean isOf(UUID now) {
    return epoch == null || epoch.equals(FeedHead.nameOf(now));
  }

  /**
   * @throws HttpProblem 410 where the feed has begun anew since, or been set back to an earlier
   *     state; 400 where a seq that the caller gave alone is one that it has not come to
   */
  void requireIn(ChangePage page) {
    boolean isBeyond = seq > page.head();
    if (epoch == null && isBeyond) {
      throw Problems.invalid("after", "is after the last change, whose seq is " + page.head());
    }
    if (!isOf(page.epoch()) || isBeyond) {
      throw HttpProblem.builder()
          .withType(ProblemTypes.of("epoch-ended"))
          .withStatus(GONE)
          .withTitle("Epoch ended")
          .withDetail(
              "The numbering of changes has begun anew, so this cursor leads nowhere: read the"
                  + " feed from its beginning, with after=0.")
          .with("epoch", FeedHead.nameOf(page.epoch()))
          .build();
    }
  }

  /** Enough to notice a mistake; it keeps nobody out of anything. */
  private static String hashOf(ChangeFilter filter) {
    return Integer.toHexString(filter.query().hashCode());
  }
}
