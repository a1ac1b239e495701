package ai.policytracker.policy;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.DateReached;
import java.time.LocalDate;
import java.util.List;

/** What an event did, in a word (folding rule 8). */
final class ChangeTypes {
  private ChangeTypes() {}

  /**
   * @param before the claim before the event
   * @param come the claim as it came into the subject, or none where it left
   */
  static ChangeType of(ClaimEvent event, ClaimState before, List<ClaimEntry> come, Step step) {
    boolean still = step.difference().movesNoPosition();
    return switch (event) {
      case ClaimAnnounced e ->
          before.reading() != null || e.rereading() || come.isEmpty()
              ? ofRereading(e, before, still)
              : ofNews(come.getFirst(), step);
      case ClaimRetracted e ->
          switch (e.reason()) {
            case NO_LONGER_FOUND -> still ? ChangeType.NOTED : ChangeType.CORRECTED;
            case ARTICLE_WITHDRAWN, ARTICLE_SUPERSEDED, TAKEN_BACK, JUDGED_WRONG ->
                come.isEmpty() ? ChangeType.RETRACTED : ChangeType.NOTED;
          };
      case ClaimCorrected e -> ChangeType.CORRECTED;
      case AnnouncementReviewed e ->
          switch (e.verdict()) {
            case CONFIRMED ->
                still
                    ? ChangeType.NOTED
                    : step.difference().saysTheSame()
                        ? ChangeType.CORROBORATED
                        : ChangeType.CORRECTED;
            case REJECTED -> still ? ChangeType.NOTED : ChangeType.RETRACTED;
            case REOPENED -> still ? ChangeType.NOTED : ChangeType.CORRECTED;
          };
    };
  }

  /** Another reading of an article that was read before is no news of the world. */
  private static ChangeType ofRereading(ClaimAnnounced event, ClaimState before, boolean still) {
    if (still) {
      return ChangeType.NOTED;
    }
    boolean sameReader =
        before.reading() != null && before.reading().extractor().equals(event.extractor());
    return sameReader ? ChangeType.REFINED : ChangeType.CORRECTED;
  }

  private static ChangeType ofNews(ClaimEntry claim, Step step) {
    Difference difference = step.difference();
    if (difference.movesNoPosition()) {
      return step.inEffect().contains(claim.claimId()) ? ChangeType.CORROBORATED : ChangeType.NOTED;
    }
    if (step.tookEffect().contains(claim.claimId())) {
      return claim.stance() == null ? ChangeType.ADOPTED : ChangeType.STANCE_TAKEN;
    }
    if (difference.widensContest()) {
      return ChangeType.CONTESTED;
    }
    return difference.saysTheSame() ? ChangeType.CORROBORATED : ChangeType.REFINED;
  }

  /**
   * @param reached null where the date has moved since: the event is void
   */
  static ChangeType of(DateReached event, Segment reached) {
    if (reached == null) {
      return ChangeType.NOTED;
    }
    return switch (event.boundary()) {
      case START -> ChangeType.STARTED;
      case END ->
          reached.until() != null && event.date().equals(reached.until().date())
              ? ChangeType.LAPSED
              : ChangeType.ENDED;
    };
  }

  /** The date of the segment that the event may report. */
  static LocalDate boundary(DateReached event, Segment segment) {
    return switch (event.boundary()) {
      case START -> segment.validFrom();
      case END -> segment.validTo();
    };
  }
}
