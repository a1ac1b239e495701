package ai.policytracker.wire;

import ai.policytracker.event.Ids;
import ai.policytracker.event.PolicyEvent;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one way from an event to bytes and back. The JSON object begins with {@code type} and {@code
 * version}; both are stable names apart from class names. What earlier versions wrote is read
 * through {@link Upcasters}.
 */
public final class EventCodec {
  private static final String TYPE_FIELD = "type";
  private static final String VERSION_FIELD = "version";
  private static final byte[] ESCAPED_NUL = "\\u0000".getBytes(StandardCharsets.US_ASCII);

  /** What comes before the fields of an event, by type. */
  private static final Map<String, byte[]> BEGINNINGS =
      WireType.all().stream().collect(Collectors.toMap(WireType::name, EventCodec::beginning));

  private static byte[] beginning(WireType type) {
    return "{\"%s\":\"%s\",\"%s\":%d,"
        .formatted(TYPE_FIELD, type.name(), VERSION_FIELD, type.version())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The fields of the event follow those of the envelope in the same object. */
  private record Envelope(String type, int version, @JsonUnwrapped PolicyEvent event) {}

  private EventCodec() {}

  public static byte[] encode(PolicyEvent event) {
    return Json.write(new Envelope(event.type(), WireType.of(event.type()).version(), event));
  }

  /**
   * @param payload the event as it came, or was encoded
   * @return index in the payload of the first field of the event itself; -1 where the payload does
   *     not begin as {@link #encode} writes it
   */
  static int fieldsAt(PolicyEvent event, byte[] payload) {
    byte[] begin = BEGINNINGS.get(event.type());
    boolean same =
        payload.length > begin.length
            && Arrays.equals(payload, 0, begin.length, begin, 0, begin.length);
    return same ? begin.length : -1;
  }

  /**
   * @throws UnreadableEventException where the bytes are no JSON object, the type or version is
   *     unknown, or a field is missing, unknown or out of its range
   */
  public static PolicyEvent decode(byte[] bytes) throws UnreadableEventException {
    if (bytes == null) {
      throw new UnreadableEventException("no value");
    }
    if (holdsNul(bytes)) {
      throw new UnreadableEventException("a NUL character, which no store takes");
    }
    try {
      PolicyEvent current = decodeCurrent(bytes);
      return current != null ? current : decodeAny(bytes);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableEventException(e.getMessage(), e);
    }
  }

  /** Hash of what it is about, the type and the content; the content holds the revision. */
  public static PolicyEvent withEventId(PolicyEvent event) {
    ObjectNode content = Json.MAPPER.valueToTree(event);
    content.remove("eventId");
    JsonNode receivedAt = content.remove("receivedAt");
    String eventId = Ids.of("event", event.about(), event.type(), content.toString());
    content.put("eventId", eventId);
    content.set("receivedAt", receivedAt);
    try {
      return Json.MAPPER.treeToValue(content, event.getClass());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was just written is readable", e);
    }
  }

  /** Without a tree in between; null where the bytes do not begin as this version writes them. */
  private static PolicyEvent decodeCurrent(byte[] bytes)
      throws IOException, UnreadableEventException {
    try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !TYPE_FIELD.equals(parser.nextFieldName())
          || parser.nextToken() != JsonToken.VALUE_STRING) {
        return null;
      }
      WireType type = WireType.find(parser.getText()).orElse(null);
      if (type == null
          || !VERSION_FIELD.equals(parser.nextFieldName())
          || parser.nextIntValue(0) != type.version()
          || parser.nextToken() != JsonToken.FIELD_NAME) {
        return null;
      }
      return fitting(type, Json.MAPPER.readValue(parser, type.event()));
    }
  }

  private static PolicyEvent decodeAny(byte[] bytes) throws IOException, UnreadableEventException {
    if (!(Json.MAPPER.readTree(bytes) instanceof ObjectNode envelope)) {
      throw new UnreadableEventException("not a JSON object");
    }
    JsonNode type = envelope.remove(TYPE_FIELD);
    JsonNode version = envelope.remove(VERSION_FIELD);
    if (type == null || !type.isTextual()) {
      throw new UnreadableEventException("type: must be a string");
    }
    if (version == null || !version.isInt()) {
      throw new UnreadableEventException("version: must be a whole number");
    }
    WireType known =
        WireType.find(type.textValue())
            .filter(t -> version.intValue() >= 1 && version.intValue() <= t.version())
            .orElseThrow(
                () ->
                    new UnreadableEventException(
                        "unknown event: " + type.textValue() + " version " + version.intValue()));
    Upcasters.raise(known, version.intValue(), envelope);
    return fitting(known, Json.MAPPER.treeToValue(envelope, known.event()));
  }

  private static PolicyEvent fitting(WireType type, PolicyEvent event)
      throws UnreadableEventException {
    if (!event.type().equals(type.name())) {
      throw new UnreadableEventException("type: " + type.name() + " does not fit the content");
    }
    return event;
  }

  private static boolean holdsNul(byte[] bytes) {
    for (int i = 0; i <= bytes.length - ESCAPED_NUL.length; i++) {
      if (bytes[i] == '\\'
          && Arrays.equals(bytes, i, i + ESCAPED_NUL.length, ESCAPED_NUL, 0, ESCAPED_NUL.length)) {
        return true;
      }
    }
    return false;
  }
}
