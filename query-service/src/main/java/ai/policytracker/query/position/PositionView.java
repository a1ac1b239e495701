package ai.policytracker.query.position;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Coverage.Match;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.policy.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a company's policy on a subject is, over an interval of valid time.
 *
 * @param match how the subject fits what was asked: exactly, or as a wider one that covers it
 * @param validTo first day on which it no longer holds; null while it does
 * @param announcement the claim that it is named after; leads to {@code /v1/announcements/{id}}
 * @param sourceCount independent publishers; copies of one story count once
 */
public record PositionView(
    SubjectView subject,
    Match match,
    Status status,
    Kind kind,
    LocalDate validFrom,
    Precision validFromPrecision,
    @Nullable LocalDate validTo,
    @Nullable Until until,
    String announcement,
    Standing standing,
    double confidence,
    int sourceCount,
    List<SourceView> sources,
    List<ContestView> contested,
    List<EvidenceView> evidence) {

  public static PositionView of(
      Subject subject, Segment segment, Match match, AnnouncementSources told) {
    return new PositionView(
        SubjectView.of(subject, segment.jurisdiction()),
        match,
        segment.status(),
        segment.kind(),
        segment.validFrom(),
        segment.validFromPrecision(),
        segment.validTo(),
        segment.until(),
        segment.announcement(),
        segment.standing(),
        segment.confidence(),
        segment.sourceCount(),
        told.sources(),
        ContestView.of(segment, told),
        told.evidence());
  }
}
