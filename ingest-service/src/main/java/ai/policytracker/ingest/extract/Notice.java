package ai.policytracker.ingest.extract;

import ai.policytracker.event.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What an article takes back of an earlier one of its publisher, by its own words. At least one of
 * the first three says which that is.
 *
 * @param ofThisArticle it is an earlier version, at the same address
 * @param day on which it was published; null where not said
 * @param title null where not said
 * @param whole all of it is taken back; false where it is said what was wrong
 * @param notMeant companies that it had in a list by mistake
 * @param wrong what it said wrongly, read like an article of its own: offsets mean nothing
 */
public record Notice(
    boolean ofThisArticle,
    LocalDate day,
    String title,
    boolean whole,
    Set<String> notMeant,
    List<Claim> wrong) {

  public Notice {
    notMeant = Set.copyOf(notMeant);
    wrong = List.copyOf(wrong);
  }
}
