package ai.policytracker.query.position;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's side on a law, bill, ban or regulation, over an interval of valid time.
 *
 * @param validTo first day on which it no longer holds; null while it does
 * @param attribution by whose word: {@code THIRD_PARTY} is not the company's own
 * @param announcement the claim that it is named after; leads to {@code /v1/announcements/{id}}
 * @param sourceCount independent publishers; copies of one story count once
 */
public record StanceView(
    TargetView target,
    Stance stance,
    LocalDate validFrom,
    Precision validFromPrecision,
    @Nullable LocalDate validTo,
    Attribution attribution,
    String announcement,
    Standing standing,
    double confidence,
    int sourceCount,
    List<SourceView> sources,
    List<ContestView> contested,
    List<EvidenceView> evidence) {

  static StanceView of(Subject subject, Segment segment, AnnouncementSources told) {
    return new StanceView(
        TargetView.of(segment.target(), segment.jurisdiction(), subject.technology()),
        segment.stance(),
        segment.validFrom(),
        segment.validFromPrecision(),
        segment.validTo(),
        segment.attribution(),
        segment.announcement(),
        segment.standing(),
        segment.confidence(),
        segment.sourceCount(),
        told.sources(),
        ContestView.of(segment, told),
        told.evidence());
  }
}
