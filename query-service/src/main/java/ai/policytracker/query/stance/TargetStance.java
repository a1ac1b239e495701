package ai.policytracker.query.stance;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Contest;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.TargetView;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A side that one of many companies takes. Its sources and quotes stand at {@code
 * /v1/announcements/{announcement}}.
 *
 * @param targetKey the same for all stances on one act, whatever their sources call it
 * @param validTo first day on which it no longer holds; null while it does
 * @param contested names of the fields on which the sources disagree
 */
public record TargetStance(
    String targetKey,
    TargetView target,
    String company,
    Stance stance,
    LocalDate validFrom,
    Precision validFromPrecision,
    @Nullable LocalDate validTo,
    Attribution attribution,
    String announcement,
    Standing standing,
    double confidence,
    int sourceCount,
    List<String> contested) {

  static TargetStance from(Row row) {
    Segment segment = Payloads.one(row.getString("payload"), Segment.class);
    String folded = row.getString("technology");
    return new TargetStance(
        row.getString("target"),
        TargetView.of(
            segment.target(),
            segment.jurisdiction(),
            folded.isEmpty() ? null : Technology.fromSlug(folded)),
        row.getString("company"),
        segment.stance(),
        segment.validFrom(),
        segment.validFromPrecision(),
        segment.validTo(),
        segment.attribution(),
        segment.announcement(),
        segment.standing(),
        segment.confidence(),
        segment.sourceCount(),
        segment.contested().stream().map(Contest::field).toList());
  }
}
