package ai.policytracker.policyservice.decide;

import static ai.policytracker.shell.Problems.invalid;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Decision;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Verdict;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Reads the bodies of commands; whatever is wrong is a 400 that names the field. */
final class Commands {
  private Commands() {}

  /**
   * @param body JSON as it came
   * @param fields those that the command takes, beside {@code reason}
   */
  static ObjectNode read(String body, Set<String> fields) {
    JsonNode json;
    try {
      json = body == null || body.isBlank() ? null : Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw invalid("", "the body is no JSON" + place(e));
    }
    if (!(json instanceof ObjectNode command)) {
      throw invalid("", "the body must be a JSON object with a \"reason\"");
    }
    command
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("reason") && !fields.contains(name)) {
                throw invalid("/" + name, "is not known here");
              }
            });
    requireNoNul("", command);
    return command;
  }

  static Decision decision(ObjectNode command, String actor) {
    JsonNode reason = command.get("reason");
    if (reason == null || !reason.isTextual() || reason.textValue().isBlank()) {
      throw invalid("/reason", "must say why, in words");
    }
    try {
      return new Decision(actor, reason.textValue().strip());
    } catch (InvalidClaimException e) {
      throw invalid("/reason", e.rule());
    }
  }

  static Correction changes(ObjectNode command) {
    if (!(command.get("changes") instanceof ObjectNode changes)) {
      throw invalid(
          "/changes",
          "must be an object with the corrected fields of the claim; {} says that it stands as read");
    }
    try {
      return new Correction(changes);
    } catch (InvalidClaimException e) {
      throw invalid(pointer(e), e.rule());
    }
  }

  static String into(ObjectNode command) {
    JsonNode into = command.get("into");
    if (into == null || !into.isTextual() || !Claim.isCompanyId(into.textValue())) {
      throw invalid("/into", "must be the id of the company that counts from now on");
    }
    return into.textValue();
  }

  static Verdict verdict(ObjectNode command) {
    String word = command.path("decision").asText();
    return switch (word) {
      case "CONFIRM" -> Verdict.CONFIRMED;
      case "REJECT" -> Verdict.REJECTED;
      case "REOPEN" -> Verdict.REOPENED;
      default -> throw invalid("/decision", "must be CONFIRM, REJECT or REOPEN");
    };
  }

  /** To the corrected field in the body. */
  static String pointer(InvalidClaimException e) {
    return e.field().isEmpty() ? "/changes" : "/changes/" + e.field().replace('.', '/');
  }

  private static String place(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null
        ? ""
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  /** No store takes it. */
  private static void requireNoNul(String pointer, JsonNode value) {
    if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
      throw invalid(pointer, "must not hold a NUL character");
    }
    value
        .properties()
        .forEach(field -> requireNoNul(pointer + "/" + field.getKey(), field.getValue()));
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      requireNoNul(pointer + "/" + i, value.get(i));
    }
  }
}
