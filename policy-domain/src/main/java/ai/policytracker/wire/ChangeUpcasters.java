package ai.policytracker.wire;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Subject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes of earlier forms in the words of the current one: a step for each form. */
final class ChangeUpcasters {
  private ChangeUpcasters() {}

  /** Changes {@code content} in place, from {@code form} to the current one. */
  static void raise(int form, ObjectNode content)
      throws UnreadableEventException, JsonProcessingException {
    for (int from = form; from < ChangeCodec.FORM; from++) {
      switch (from) {
        case 1 -> fromFirst(content);
        default -> throw new IllegalStateException("no step from form " + from);
      }
    }
  }

  /**
   * 1 to 2: a target is a key; claims come and go by their ids; what they say of themselves knows
   * later readings. Segments of form 1 do not say by whose word they hold.
   */
  private static void fromFirst(ObjectNode content)
      throws UnreadableEventException, JsonProcessingException {
    if (content.has("arrived") || content.has("left")) {
      throw new UnreadableEventException("arrived, left: came with form 2");
    }
    content.set("subject", subject(content.get("subject")));
    if (content.get("difference") instanceof ObjectNode difference) {
      difference.remove("type");
    }
    JsonNode retracted = content.remove("retractedClaim");
    if (retracted != null) {
      content.putArray("left").add(retracted);
    }
    if (content.get("announced") instanceof ObjectNode announced) {
      Upcasters.readingIsTheFirst(announced);
      content
          .putObject("arrived")
          .set(announced.path("claimId").asText(), announced.get("eventId"));
    }
  }

  private static JsonNode subject(JsonNode first)
      throws UnreadableEventException, JsonProcessingException {
    if (first == null || !first.path("company").isTextual() || !first.has("technology")) {
      throw new UnreadableEventException("subject: must name a company and a technology");
    }
    if (!first.has("target")) {
      return first;
    }
    Target target = Json.MAPPER.treeToValue(first.get("target"), Target.class);
    Technology technology = Json.MAPPER.treeToValue(first.get("technology"), Technology.class);
    String company = first.get("company").textValue();
    return Json.MAPPER.valueToTree(Subject.of(stance(company, technology, target), company));
  }

  /** Says no more than what the subject of a stance follows from. */
  private static Claim stance(String company, Technology technology, Target target) {
    return new Claim(
        company,
        Kind.LOBBYING_STANCE,
        technology,
        Activity.PROVISION,
        Audience.GENERAL,
        null,
        Modality.DECIDED,
        Attribution.REPORTED,
        AnnouncedOn.UNKNOWN,
        Mention.NEWS,
        null,
        null,
        Stance.SUPPORTS,
        target,
        List.of(new Evidence(0, 1, "-")),
        1);
  }
}
