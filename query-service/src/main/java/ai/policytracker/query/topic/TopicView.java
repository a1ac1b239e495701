package ai.policytracker.query.topic;

import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Status;
import java.util.List;

/**
 * @param companies with a position on the technology
 * @param positions in force on the date, lapsed ones too
 * @param statuses those that occur
 * @param stances those that occur, on what concerns the technology
 */
public record TopicView(
    Technology technology,
    long companies,
    long positions,
    List<StatusCount> statuses,
    List<StanceCount> stances) {

  public record StatusCount(Status status, long positions, long companies) {}

  public record StanceCount(Stance stance, long stances, long companies) {}
}
