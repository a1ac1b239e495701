package ai.policytracker.wire;

import ai.policytracker.policy.Change;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one way from a change to bytes and back; the object begins with the version of its form. */
public final class ChangeCodec {
  /** CloudEvents type of the record. */
  public static final String TYPE = "PolicyChanged";

  private static final int FORM = 1;
  private static final String FORM_FIELD = "form";

  private ChangeCodec() {}

  public static byte[] encode(Change change) {
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.put(FORM_FIELD, FORM);
    envelope.setAll((ObjectNode) Json.MAPPER.valueToTree(change));
    return envelope.toString().getBytes(StandardCharsets.UTF_8);
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
      if (!(Json.MAPPER.readTree(bytes) instanceof ObjectNode envelope)) {
        throw new UnreadableEventException("not a JSON object");
      }
      JsonNode form = envelope.remove(FORM_FIELD);
      if (form == null || form.intValue() != FORM) {
        throw new UnreadableEventException("unknown form of a change: " + form);
      }
      return Json.MAPPER.treeToValue(envelope, Change.class);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableEventException(e.getMessage(), e);
    }
  }
}
