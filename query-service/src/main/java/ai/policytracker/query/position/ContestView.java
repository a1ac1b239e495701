package ai.policytracker.query.position;

import ai.policytracker.policy.Contest;
import ai.policytracker.policy.Segment;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A field on which the sources disagree.
 *
 * @param sides the leading one first
 */
public record ContestView(String field, List<SideView> sides) {

  /**
   * @param value the field's value; of {@code until} the object
   * @param sources ids of articles that say so, one for each publisher
   * @param sourceCount independent publishers that say so, also where not all are listed
   */
  public record SideView(Object value, List<String> sources, int sourceCount) {

    private static SideView of(Contest.Side side, Map<String, String> articleOfClaim) {
      return new SideView(
          side.until() != null ? side.until() : side.value(),
          side.claims().stream()
              .map(articleOfClaim::get)
              .filter(Objects::nonNull)
              .distinct()
              .toList(),
          side.sourceCount());
    }
  }

  /**
   * @param told of the segment's announcement
   */
  public static List<ContestView> of(Segment segment, AnnouncementSources told) {
    if (segment.contested().isEmpty()) {
      return List.of();
    }
    Map<String, String> articleOfClaim = told.articleOfClaim();
    return segment.contested().stream()
        .map(
            contest ->
                new ContestView(
                    contest.field(),
                    contest.sides().stream().map(s -> SideView.of(s, articleOfClaim)).toList()))
        .toList();
  }
}
