package ai.policytracker.policyservice.decide;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Decision;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Verdict;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.util.Optional;

/**
 * What a command makes of a state: an event, or a {@link RefusedException} that says why not. Pure.
 */
final class Decider {
  private static final String NO_EVENT_ID_YET = "-";

  private final Decision decision;
  private final Instant receivedAt;

  Decider(Decision decision, Instant receivedAt) {
    this.decision = decision;
    this.receivedAt = receivedAt;
  }

  ClaimEvent retract(ClaimState claim) {
    if (claim.held().isEmpty()) {
      throw RefusedException.conflict("the claim does not hold: there is nothing to retract");
    }
    return (ClaimEvent)
        EventCodec.withEventId(
            new ClaimRetracted(
                NO_EVENT_ID_YET,
                claim.claimId(),
                claim.reading().company(),
                nextRevision(claim),
                receivedAt,
                ClaimRetracted.Reason.JUDGED_WRONG,
                decision));
  }

  /**
   * @param changes none: the claim stands as it was read
   */
  ClaimEvent correct(ClaimState claim, Correction changes) {
    try {
      CorrectedDates.require(changes.applyTo(claim.reading().claim()), changes);
    } catch (InvalidClaimException e) {
      throw RefusedException.invalid(Commands.pointer(e), e.rule());
    }
    ClaimEvent corrected =
        (ClaimEvent)
            EventCodec.withEventId(
                new ClaimCorrected(
                    NO_EVENT_ID_YET,
                    claim.claimId(),
                    claim.reading().company(),
                    nextRevision(claim),
                    receivedAt,
                    Authority.ANALYST,
                    changes,
                    decision));
    boolean same = claim.byAnalyst() != null && changes.equals(claim.byAnalyst().changes());
    if (same) {
      throw RefusedException.conflict("the claim is corrected so already");
    }
    return corrected;
  }

  ClaimEvent review(ClaimState claim, Verdict verdict) {
    ClaimState.Review earlier = claim.review();
    Verdict before = earlier == null ? Verdict.REOPENED : earlier.verdict();
    if (before == verdict) {
      throw RefusedException.conflict(
          earlier == null ? "it was not reviewed yet" : "it is " + verdict + " already");
    }
    if (claim.held().isEmpty()) {
      throw RefusedException.conflict("the claim does not hold: there is nothing to review");
    }
    return (ClaimEvent)
        EventCodec.withEventId(
            new AnnouncementReviewed(
                NO_EVENT_ID_YET,
                claim.claimId(),
                claim.reading().company(),
                earlier == null ? 1 : earlier.revision() + 1,
                verdict,
                receivedAt,
                decision));
  }

  IdentityEvent merge(Aliases aliases, String company, String into) {
    if (company.equals(into)) {
      throw RefusedException.invalid("/into", "must be another company");
    }
    if (!aliases.resolve(company).equals(company)) {
      throw RefusedException.conflict(
          company + " is merged into " + aliases.resolve(company) + "; unmerge it first");
    }
    if (aliases.resolve(into).equals(company)) {
      throw RefusedException.conflict(into + " is merged into " + company + "; unmerge it first");
    }
    return (IdentityEvent)
        EventCodec.withEventId(
            new CompaniesMerged(
                NO_EVENT_ID_YET,
                company,
                into,
                revision(aliases, company) + 1,
                receivedAt,
                decision));
  }

  IdentityEvent unmerge(Aliases aliases, String company) {
    Aliases.Alias alias = aliases.decisions().get(company);
    if (alias == null || alias.into() == null) {
      throw RefusedException.conflict(company + " is a company of its own: not merged");
    }
    return (IdentityEvent)
        EventCodec.withEventId(
            new CompaniesUnmerged(
                NO_EVENT_ID_YET, company, alias.revision() + 1, receivedAt, decision));
  }

  /** Of the decisions on a company id; 0 where there was none. */
  static int revision(Aliases aliases, String company) {
    return Optional.ofNullable(aliases.decisions().get(company))
        .map(Aliases.Alias::revision)
        .orElse(0);
  }

  private static int nextRevision(ClaimState claim) {
    return claim.byAnalyst() == null ? 1 : claim.byAnalyst().revision() + 1;
  }
}
