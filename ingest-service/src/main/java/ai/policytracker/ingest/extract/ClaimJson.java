package ai.policytracker.ingest.extract;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A claim as the extract command prints it: parts of {@code until} only where they are stated. */
public final class ClaimJson {
  private ClaimJson() {}

  public static ObjectNode of(Claim claim) {
    ObjectNode json = Json.MAPPER.valueToTree(claim);
    if (claim.until() != null && !claim.until().indefinite()) {
      ((ObjectNode) json.get("until")).remove("indefinite");
    }
    if (claim.target() != null && claim.target().name() == null) {
      ((ObjectNode) json.get("target")).put("name", description(claim.target()));
    }
    return json;
  }

  /** An unnamed target in words, for people who read the output. */
  private static String description(Target target) {
    boolean any = target.technology() == null || target.technology() == Technology.GENERAL_AI;
    String technology =
        any ? "artificial intelligence (AI)" : target.technology().slug().replace('-', ' ');
    String level = "US".equals(target.jurisdiction()) ? "federal " : "";
    String law =
        switch (target.type()) {
          case BAN -> " ban";
          case BILL -> " bill";
          case REGULATION -> " law";
        };
    return level + technology + law;
  }
}
