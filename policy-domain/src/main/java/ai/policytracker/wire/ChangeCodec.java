package ai.policytracker.wire;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one way from a change to bytes and back; the object begins with the version of its form. What
 * earlier forms said is read through {@link ChangeUpcasters}.
 */
public final class ChangeCodec {
  /** CloudEvents type of the record. */
  public static final String TYPE = "PolicyChanged";

  /** The form that is written; all earlier ones are read. */
  static final int FORM = 2;

  private static final String FORM_FIELD = "form";

  /** What comes before the fields of the announced event, the last field of its change. */
  private static final byte[] ANNOUNCED = ",\"announced\":{".getBytes(StandardCharsets.UTF_8);

  /** The fields of the change follow those of the envelope in the same object. */
  private record Envelope(int form, @JsonUnwrapped Change change) {}

  private ChangeCodec() {}

  public static byte[] encode(Change change) {
    return Json.write(new Envelope(FORM, change));
  }

  /**
   * As {@link #encode(Change)}, but with the bytes of the event that the change announces instead
   * of writing it again: it is half of most changes.
   *
   * @param payload the event's, as it came
   */
  public static byte[] encode(Change change, PolicyEvent event, byte[] payload) {
    int fields = change.announced() == event ? EventCodec.fieldsAt(event, payload) : -1;
    if (fields < 0 || change.reached() != null || change.mergedInto() != null) {
      return encode(change);
    }
    byte[] rest = Json.write(new Envelope(FORM, change.withoutAnnounced()));
    byte[] whole = Arrays.copyOf(rest, rest.length + ANNOUNCED.length + payload.length - fields);
    int end = rest.length - 1;
    System.arraycopy(ANNOUNCED, 0, whole, end, ANNOUNCED.length);
    System.arraycopy(payload, fields, whole, end + ANNOUNCED.length, payload.length - fields);
    whole[whole.length - 1] = '}';
    return whole;
  }

  /**
   * @throws UnreadableEventException where the bytes are no change of a form that this version
   *     knows
   */
  public static Change decode(byte[] bytes) throws UnreadableEventException {
    if (bytes == null) {
      throw new UnreadableEventException("no value");
    }
    try {
      Change current = decodeCurrent(bytes);
      return current != null ? current : decodeAny(bytes);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableEventException(e.getMessage(), e);
    }
  }

  /** Without a tree in between; null where the bytes do not begin as this version writes them. */
  private static Change decodeCurrent(byte[] bytes) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !FORM_FIELD.equals(parser.nextFieldName())
          || parser.nextIntValue(0) != FORM
          || parser.nextToken() != JsonToken.FIELD_NAME) {
        return null;
      }
      return Json.MAPPER.readValue(parser, Change.class);
    }
  }

  private static Change decodeAny(byte[] bytes) throws IOException, UnreadableEventException {
    if (!(Json.MAPPER.readTree(bytes) instanceof ObjectNode envelope)) {
      throw new UnreadableEventException("not a JSON object");
    }
    JsonNode form = envelope.remove(FORM_FIELD);
    if (form == null || !form.isInt() || form.intValue() < 1 || form.intValue() > FORM) {
      throw new UnreadableEventException("unknown form of a change: " + form);
    }
    ChangeUpcasters.raise(form.intValue(), envelope);
    return Json.MAPPER.treeToValue(envelope, Change.class);
  }
}
