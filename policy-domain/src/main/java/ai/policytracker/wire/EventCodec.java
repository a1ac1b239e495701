package ai.policytracker.wire;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Ids;
import ai.policytracker.event.Kind;
import ai.policytracker.event.PolicyEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one way from an event to bytes and back. The JSON object begins with {@code type} and {@code
 * version}; both are stable names apart from class names.
 */
public final class EventCodec {
  private static final int VERSION = 1;
  private static final String TYPE_FIELD = "type";
  private static final String VERSION_FIELD = "version";

  private static final String ESCAPED_NUL = "\\u0000";

  private EventCodec() {}

  public static byte[] encode(PolicyEvent event) {
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.put(TYPE_FIELD, event.type());
    envelope.put(VERSION_FIELD, VERSION);
    envelope.setAll((ObjectNode) Json.MAPPER.valueToTree(event));
    return envelope.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws UnreadableEventException where the bytes are no JSON object, the type or version is
   *     unknown, or a field is missing, unknown or out of its range
   */
  public static PolicyEvent decode(byte[] bytes) throws UnreadableEventException {
    if (bytes == null) {
      throw new UnreadableEventException("no value");
    }
    try {
      if (!(Json.MAPPER.readTree(bytes) instanceof ObjectNode envelope)) {
        throw new UnreadableEventException("not a JSON object");
      }
      if (envelope.toString().contains(ESCAPED_NUL)) {
        throw new UnreadableEventException("a NUL character, which no store takes");
      }
      JsonNode type = envelope.remove(TYPE_FIELD);
      JsonNode version = envelope.remove(VERSION_FIELD);
      requireKnown(type, version);
      return read(type.textValue(), envelope);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableEventException(e.getMessage(), e);
    }
  }

  /** Hash of the claim id, the type and the content; the content holds the revision. */
  public static PolicyEvent withEventId(PolicyEvent event) {
    ObjectNode content = Json.MAPPER.valueToTree(event);
    content.remove("eventId");
    content.remove("receivedAt");
    String eventId = Ids.of("event", event.claimId(), event.type(), content.toString());
    return switch (event) {
      case ClaimAnnounced e ->
          new ClaimAnnounced(
              eventId,
              e.claimId(),
              e.revision(),
              e.receivedAt(),
              e.extractor(),
              e.article(),
              e.claim());
      case ClaimRetracted e ->
          new ClaimRetracted(
              eventId, e.claimId(), e.revision(), e.receivedAt(), e.subject(), e.reason());
    };
  }

  private static void requireKnown(JsonNode type, JsonNode version)
      throws UnreadableEventException {
    if (type == null || !type.isTextual()) {
      throw new UnreadableEventException("type: must be a string");
    }
    if (version == null || !version.isInt()) {
      throw new UnreadableEventException("version: must be a whole number");
    }
    boolean known =
        type.textValue().equals(ClaimRetracted.TYPE)
            || Arrays.stream(Kind.values()).anyMatch(k -> k.eventType().equals(type.textValue()));
    if (!known || version.intValue() != VERSION) {
      throw new UnreadableEventException(
          "unknown event: " + type.textValue() + " version " + version.intValue());
    }
  }

  private static PolicyEvent read(String type, ObjectNode content)
      throws JsonProcessingException, UnreadableEventException {
    PolicyEvent event =
        type.equals(ClaimRetracted.TYPE)
            ? Json.MAPPER.treeToValue(content, ClaimRetracted.class)
            : Json.MAPPER.treeToValue(content, ClaimAnnounced.class);
    if (!event.type().equals(type)) {
      throw new UnreadableEventException("type: " + type + " does not fit its claim's kind");
    }
    return event;
  }
}
