package ai.policytracker.query.vocabulary;

import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Coverage.Match;
import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.PendingView.Reason;

/** What the words of positions and changes mean, for those who read the answers. */
final class PositionMeanings {
  private PositionMeanings() {}

  static String of(Status status) {
    return switch (status) {
      case PROHIBITED -> "Banned, with no end";
      case PAUSED -> "Stopped for a time, or until a condition is met";
      case WITHDRAWN -> "Retired for everyone";
      case RESTRICTED -> "Going on under limits";
      case PERMITTED -> "Allowed, or taken up again";
      case COMMITTED -> "Bound by a pledge";
      case LAPSED -> "The stated end has passed, and nothing was heard since";
    };
  }

  static String of(Standing standing) {
    return switch (standing) {
      case REJECTED -> "A review found it wrong";
      case DISPUTED -> "The company denied it";
      case PENDING -> "Planned or considered only";
      case CONFIRMED ->
          "Two independent publishers say so, or the company's own, or a review found it right";
      case SINGLE_SOURCE -> "One publisher says so";
    };
  }

  static String of(Lane lane) {
    return switch (lane) {
      case POLICY -> "One position at a time: the next announcement ends it";
      case COMMITMENT -> "Pledges, which stand side by side";
      case STANCE -> "One side at a time on each target";
    };
  }

  static String of(Match match) {
    return switch (match) {
      case EXACT -> "The subject that is asked for";
      case WIDER -> "A wider subject, which covers the one that is asked for";
    };
  }

  static String of(Reason reason) {
    return switch (reason) {
      case UNDATED -> "Decided, but nothing dates it";
      case PLANNED -> "Planned or considered";
      case DENIED -> "The company denies it";
      case REJECTED -> "A review found it wrong";
    };
  }

  static String of(ChangeType type) {
    return switch (type) {
      case ADOPTED -> "A new announcement took effect";
      case STARTED -> "The stated first day of a position has come";
      case ENDED -> "The last day of a position has passed and another one begins";
      case LAPSED -> "The stated end of a position has passed and nothing was heard since";
      case STANCE_TAKEN -> "A company took a side, or another side than before";
      case REFINED -> "A known announcement reads differently: a date, an end, a place, a kind";
      case CORROBORATED -> "A further source, and nothing else";
      case CONTESTED -> "Sources disagree on a field on which they did not";
      case CORRECTED -> "What was recorded was wrong: another reading, a decision, other rules";
      case RETRACTED -> "A claim was withdrawn";
      case MERGED -> "A company counts for another one from now on";
      case UNMERGED -> "A company is its own again";
      case NOTED -> "A claim that moves nothing: planned, undated, or of low confidence";
    };
  }
}
