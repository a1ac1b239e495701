package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Subject;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was known of a company at one known time: one row of {@link KnownPositions}. */
public record CompanyAtTime(
    String company, KnownTime known, List<Held> segments, List<Member> members) {

  /** A segment with its subject. */
  record Held(Technology technology, Activity activity, Audience audience, Segment segment) {
    Subject subject(String company) {
      return new Subject(company, technology, activity, audience, null);
    }
  }

  /** A claim and the announcement that it belonged to. */
  record Member(String announcement, ClaimAnnounced claim) {}

  static CompanyAtTime from(Row row) {
    return new CompanyAtTime(
        row.getString("company"),
        KnownTime.from(row).unlessHalted(row.getString("halted_reason")),
        Payloads.list(row.getString("segments"), new TypeReference<List<Held>>() {}),
        Payloads.list(row.getString("members"), new TypeReference<List<Member>>() {}));
  }

  public List<PositionView> positions() {
    Map<String, List<ClaimAnnounced>> claims = claimsByAnnouncement();
    return segments.stream()
        .map(
            held ->
                PositionView.of(
                    held.subject(company),
                    held.segment(),
                    claims.getOrDefault(held.segment().announcement(), List.of())))
        .toList();
  }

  /** Announcements on none of the segments that were known, whatever their dates. */
  List<PendingView> pending() {
    Map<String, List<ClaimAnnounced>> claims = claimsByAnnouncement();
    segments.forEach(held -> claims.remove(held.segment().announcement()));
    return claims.entrySet().stream()
        .flatMap(e -> PendingView.of(e.getKey(), e.getValue()).stream())
        .toList();
  }

  private Map<String, List<ClaimAnnounced>> claimsByAnnouncement() {
    return members.stream()
        .collect(
            Collectors.groupingBy(
                Member::announcement,
                TreeMap::new,
                Collectors.mapping(Member::claim, Collectors.toList())));
  }
}
