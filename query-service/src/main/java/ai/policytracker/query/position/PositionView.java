package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Subject;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What a company's policy on a subject is, over an interval of valid time.
 *
 * @param validTo first day on which it no longer holds; null while it does
 * @param announcement the claim that it is named after; leads to {@code /v1/announcements/{id}}
 * @param sourceCount independent publishers; copies of one story count once
 */
public record PositionView(
    SubjectView subject,
    Status status,
    Kind kind,
    LocalDate validFrom,
    Precision validFromPrecision,
    LocalDate validTo,
    Until until,
    String announcement,
    Standing standing,
    double confidence,
    int sourceCount,
    List<SourceView> sources,
    List<Object> contested,
    List<EvidenceView> evidence) {

  public static PositionView of(
      Subject subject, Segment segment, Collection<ClaimAnnounced> claims) {
    return new PositionView(
        SubjectView.of(subject, segment.jurisdiction()),
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
        SourceView.of(claims),
        List.of(),
        EvidenceView.of(claims));
  }
}
