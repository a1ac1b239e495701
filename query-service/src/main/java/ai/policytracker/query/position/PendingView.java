package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An announcement that moves no position (yet). */
public record PendingView(
    String announcement, SubjectView subject, Kind kind, Reason reason, List<SourceView> sources) {

  /** Why it moves none. */
  public enum Reason {
    /** Decided, but nothing dates it. */
    @JsonProperty("undated")
    UNDATED,
    /** Planned or considered. */
    @JsonProperty("planned")
    PLANNED,
    /** The company denies it. */
    @JsonProperty("denied")
    DENIED
  }

  /**
   * @param members not empty, among them the one that the announcement is named after
   * @return empty where it is decided and dated: then a stricter one of the same day holds
   */
  static Optional<PendingView> of(String announcement, List<ClaimAnnounced> members) {
    ClaimAnnounced anchor =
        members.stream()
            .filter(m -> m.claimId().equals(announcement))
            .findFirst()
            .orElse(members.getFirst());
    String jurisdiction =
        members.stream()
            .map(m -> m.claim().jurisdiction())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return reason(members)
        .map(
            reason ->
                new PendingView(
                    announcement,
                    SubjectView.of(anchor.subject(), jurisdiction),
                    anchor.claim().kind(),
                    reason,
                    SourceView.of(members)));
  }

  private static Optional<Reason> reason(List<ClaimAnnounced> members) {
    List<Modality> modalities = members.stream().map(m -> m.claim().modality()).toList();
    if (modalities.contains(Modality.DECIDED)) {
      return members.stream().anyMatch(PendingView::isDated)
          ? Optional.empty()
          : Optional.of(Reason.UNDATED);
    }
    boolean planned =
        modalities.contains(Modality.PLANNED) || modalities.contains(Modality.CONSIDERED);
    return Optional.of(planned ? Reason.PLANNED : Reason.DENIED);
  }

  private static boolean isDated(ClaimAnnounced member) {
    Claim claim = member.claim();
    return claim.announcedOn().precision() != Precision.UNKNOWN
        || claim.effectiveFrom() != null
        || member.article().publishedAt() != null;
  }
}
