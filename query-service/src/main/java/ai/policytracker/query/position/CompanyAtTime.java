package ai.policytracker.query.position;

import ai.policytracker.policy.Segment;
import ai.policytracker.query.request.KnownTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was known of a company at one known time, as {@link KnownPositions} finds it.
 *
 * @param covered something had been told of it by then
 * @param unplaced claims of announcements that are on no segment, whatever its dates
 * @param starts of all positions on the subjects of these
 */
public record CompanyAtTime(
    String company,
    KnownTime known,
    boolean covered,
    Question asked,
    List<Held> segments,
    List<Held> stanceSegments,
    List<Member> unplaced,
    List<Start> starts) {

  /**
   * A segment with its subject.
   *
   * @param told what the claims of its announcement say
   */
  record Held(SubjectRow subject, Segment segment, AnnouncementSources told) {}

  /** Exact answers before those of wider subjects. */
  public List<PositionView> positions() {
    return segments.stream()
        .flatMap(
            held ->
                asked.match(held.subject(), held.segment().jurisdiction()).stream()
                    .map(
                        match ->
                            PositionView.of(
                                held.subject().of(company), held.segment(), match, held.told())))
        .sorted(Comparator.comparing(PositionView::match))
        .toList();
  }

  public List<StanceView> stances() {
    return stanceSegments.stream()
        .map(held -> StanceView.of(held.subject().of(company), held.segment(), held.told()))
        .filter(stance -> asked.match(stance.target()).isPresent())
        .toList();
  }

  /** Announcements on none of the segments that were known, whatever their dates. */
  List<PendingView> pending() {
    Map<String, List<Member>> pending =
        unplaced.stream()
            .collect(
                Collectors.groupingBy(Member::announcement, TreeMap::new, Collectors.toList()));
    return pending.entrySet().stream()
        .flatMap(e -> new Pending(e.getKey(), e.getValue()).view(starts, asked).stream())
        .sorted(Comparator.comparing(PendingView::match))
        .toList();
  }
}
