package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;

/**
 * The changed fields of a claim as a JSON object: a field's new value, or null to take it away.
 * Objects such as {@code until} are replaced as a whole. What a claim's article says and how sure
 * the extractor was cannot be corrected.
 */
public final class Correction {
  public static final Set<String> FIELDS =
      Set.of(
          "company",
          "kind",
          "technology",
          "activity",
          "audience",
          "jurisdiction",
          "modality",
          "attribution",
          "announcedOn",
          "mention",
          "effectiveFrom",
          "until",
          "stance",
          "target");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final ObjectNode fields;

  /**
   * @throws InvalidClaimException where a field cannot be corrected
   */
  @JsonCreator
  public Correction(ObjectNode fields) {
    fields
        .fieldNames()
        .forEachRemaining(
            name ->
                require(
                    FIELDS.contains(name),
                    "changes." + name,
                    "cannot be corrected; these can: "
                        + String.join(", ", FIELDS.stream().sorted().toList())));
    this.fields = fields.deepCopy();
  }

  /** The claim stands as it was read. */
  public static Correction none() {
    return new Correction(MAPPER.createObjectNode());
  }

  /**
   * @throws InvalidClaimException where the corrected claim would break a rule
   */
  public Claim applyTo(Claim claim) {
    if (fields.isEmpty()) {
      return claim;
    }
    ObjectNode corrected = MAPPER.valueToTree(claim);
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                corrected.remove(field.getKey());
              } else {
                corrected.set(field.getKey(), field.getValue());
              }
            });
    try {
      return MAPPER.treeToValue(corrected, Claim.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof InvalidClaimException broken) {
        throw broken;
      }
      throw new InvalidClaimException("changes", e.getOriginalMessage());
    }
  }

  @JsonValue
  public JsonNode fields() {
    return fields.deepCopy();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Correction that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
