package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was known of a company at one known time: one row of {@link KnownPositions}. */
public record CompanyAtTime(
    String company,
    KnownTime known,
    Question asked,
    List<Held> segments,
    List<Held> stanceSegments,
    List<Member> members,
    List<Start> starts) {

  /** A segment with its subject. */
  record Held(SubjectRow subject, Segment segment) {}

  static CompanyAtTime from(Row row, Question asked) {
    TypeReference<List<Held>> held = new TypeReference<>() {};
    return new CompanyAtTime(
        row.getString("company"),
        KnownTime.from(row).unlessHalted(row.getString("halted_reason")),
        asked,
        Payloads.list(row.getString("segments"), held),
        Payloads.list(row.getString("stances"), held),
        Payloads.list(row.getString("members"), new TypeReference<List<Member>>() {}),
        Payloads.list(row.getString("starts"), new TypeReference<List<Start>>() {}));
  }

  /** Exact answers before those of wider subjects. */
  public List<PositionView> positions() {
    Map<String, List<ClaimAnnounced>> claims = claimsByAnnouncement();
    return segments.stream()
        .flatMap(
            held ->
                asked.match(held.subject(), held.segment().jurisdiction()).stream()
                    .map(
                        match ->
                            PositionView.of(
                                held.subject().of(company),
                                held.segment(),
                                match,
                                claimsOf(held, claims))))
        .sorted(Comparator.comparing(PositionView::match))
        .toList();
  }

  public List<StanceView> stances() {
    Map<String, List<ClaimAnnounced>> claims = claimsByAnnouncement();
    return stanceSegments.stream()
        .map(
            held ->
                StanceView.of(held.subject().of(company), held.segment(), claimsOf(held, claims)))
        .filter(stance -> asked.match(stance.target()).isPresent())
        .toList();
  }

  private static List<ClaimAnnounced> claimsOf(
      Held held, Map<String, List<ClaimAnnounced>> claims) {
    return claims.getOrDefault(held.segment().announcement(), List.of());
  }

  /** Announcements on none of the segments that were known, whatever their dates. */
  List<PendingView> pending() {
    Map<String, List<Member>> pending =
        members.stream()
            .collect(
                Collectors.groupingBy(Member::announcement, TreeMap::new, Collectors.toList()));
    segments.forEach(held -> pending.remove(held.segment().announcement()));
    stanceSegments.forEach(held -> pending.remove(held.segment().announcement()));
    return pending.entrySet().stream()
        .flatMap(e -> new Pending(e.getKey(), e.getValue()).view(starts, asked).stream())
        .sorted(Comparator.comparing(PendingView::match))
        .toList();
  }

  private Map<String, List<ClaimAnnounced>> claimsByAnnouncement() {
    return members.stream()
        .collect(
            Collectors.groupingBy(
                Member::announcement, Collectors.mapping(Member::claim, Collectors.toList())));
  }
}
