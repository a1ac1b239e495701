package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

/**
 * Who decided, and why.
 *
 * @param actor the subject of the token that the command came with
 */
public record Decision(String actor, String reason) {
  public static final int MAX_REASON_CHARS = 2000;

  public Decision {
    require(actor != null && !actor.isBlank(), "decision.actor", "must be given");
    require(reason != null && !reason.isBlank(), "reason", "must say why");
    require(
        reason.length() <= MAX_REASON_CHARS,
        "reason",
        "must have at most " + MAX_REASON_CHARS + " characters");
  }
}
