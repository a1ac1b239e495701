package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

/**
 * What a company lobbies on.
 *
 * @param name of an act or bill ("AB 2261", "EU AI Act"); absent where none is named
 */
public record Target(String name, TargetType type, String jurisdiction, Technology technology) {
  public Target {
    require(name == null || !name.isBlank(), "target.name", "must not be blank");
    require(type != null, "target.type", "must be REGULATION, BILL or BAN");
    require(
        jurisdiction == null || Jurisdiction.isValid(jurisdiction),
        "target.jurisdiction",
        "must be an ISO 3166 code or EU");
  }
}
