package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
   * @throws InvalidClaimException where a field cannot be corrected; its path is without the name
   *     of this object, as are those of {@link #applyTo}
   */
  @JsonCreator
  public Correction(ObjectNode fields) {
    fields
        .fieldNames()
        .forEachRemaining(
            name ->
                require(
                    FIELDS.contains(name),
                    name,
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
      throw unreadable(e);
    }
  }

  private static InvalidClaimException unreadable(JsonProcessingException e) {
    String field =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."))
            : "";
    return new InvalidClaimException(field, rule(e));
  }

  /** In the words of those who write JSON: they know nothing of Java's types. */
  private static String rule(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not known here";
    }
    Class<?> wanted =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (wanted == null) {
      return "cannot be read";
    }
    if (wanted == LocalDate.class) {
      return "must be a date such as 2020-06-12";
    }
    if (wanted == Period.class) {
      return "must be a duration such as P1Y";
    }
    return wanted.isEnum()
        ? "must be one of " + values(wanted)
        : wanted.isRecord() ? "must be an object" : "must be of another JSON type";
  }

  private static String values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> MAPPER.valueToTree(value).asText())
        .collect(Collectors.joining(", "));
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
