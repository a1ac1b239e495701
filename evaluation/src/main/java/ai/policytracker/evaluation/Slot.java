package ai.policytracker.evaluation;

import com.fasterxml.jackson.databind.JsonNode;

/** What is asked of a claim that was found, beside the four fields that make it the same claim. */
enum Slot {
  ACTIVITY("activity"),
  JURISDICTION("jurisdiction"),
  UNTIL("until"),
  ANNOUNCED_ON("announcedOn"),
  MODALITY("modality"),
  ATTRIBUTION("attribution"),
  STANCE("stance"),
  TARGET("target");

  private final String field;

  Slot(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }

  /** Whether it is asked of a claim of this kind. */
  boolean isOf(JsonNode claim) {
    boolean lobbying = claim.path("kind").asText().equals("LOBBYING_STANCE");
    return switch (this) {
      case ACTIVITY, UNTIL -> !lobbying;
      case STANCE, TARGET -> lobbying;
      case JURISDICTION, ANNOUNCED_ON, MODALITY, ATTRIBUTION -> true;
    };
  }

  boolean isStated(JsonNode claim) {
    JsonNode value = claim.path(field);
    return Agreement.isStated(this == ANNOUNCED_ON ? value.path("date") : value);
  }
}
