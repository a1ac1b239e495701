package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Correction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of commands, for the API's description; {@link Commands} reads them. */
final class Posted {
  static final String CLAIM = "28e9b732661808840910730f3a5c20bc";
  static final String COMPANY = "facebook";
  static final String ARTICLE = "facebook-pause-3";
  static final String IF_MATCH =
      "The ETag of what is decided on, as it was last read; 412 where that has changed";

  private static final String WHY = "Why, in words; kept with the decision";

  private Posted() {}

  @Schema(name = "PostedReason")
  record Reason(@Schema(required = true, description = WHY) String reason) {}

  @Schema(name = "PostedChanges")
  record Changes(
      @Schema(required = true) Correction changes,
      @Schema(required = true, description = WHY) String reason) {}

  @Schema(name = "PostedInto")
  record Into(
      @Schema(required = true, description = "Id of the company that counts from now on")
          String into,
      @Schema(required = true, description = WHY) String reason) {}

  @Schema(name = "PostedReview")
  record Review(
      @Schema(
              required = true,
              enumeration = {"CONFIRM", "REJECT", "REOPEN"})
          String decision,
      @Schema(required = true, description = WHY) String reason) {}
}
