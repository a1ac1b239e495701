package ai.policytracker.query.matrix;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Contest;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.CompaniesInMemory.InForce;
import ai.policytracker.query.position.SubjectView;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position of one of many companies. Its sources and quotes stand at {@code
 * /v1/announcements/{announcement}}.
 *
 * @param validTo first day on which it no longer holds; null while it does
 * @param contested names of the fields on which the sources disagree
 */
public record MatrixPosition(
    String company,
    SubjectView subject,
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
    List<String> contested) {

  static MatrixPosition from(Row row) {
    Segment segment = Payloads.one(row.getString("payload"), Segment.class);
    SubjectView subject =
        new SubjectView(
            Technology.fromSlug(row.getString("technology")),
            Activity.valueOf(row.getString("activity")),
            Audience.fromSlug(row.getString("audience")),
            segment.jurisdiction());
    return of(new InForce(row.getString("company"), subject, segment));
  }

  static MatrixPosition of(InForce position) {
    Segment segment = position.segment();
    return new MatrixPosition(
        position.company(),
        position.subject(),
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
        segment.contested().stream().map(Contest::field).toList());
  }
}
