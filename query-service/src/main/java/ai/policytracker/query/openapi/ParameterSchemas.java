package ai.policytracker.query.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What the parameters may hold, by their names: a name means one thing on all routes, but for those
 * that stand here with their path. Resources take them as strings, so that each refusal names its
 * parameter; a schema that a resource gives itself is left as it is.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 4)
public class ParameterSchemas implements OASFilter {
  private record Known(Schema schema, Object example) {}

  private static final String SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";

  /** Ids of claims; an announcement goes by that of any of its claims. */
  private static final String ID = "^[\\w.-]{1,100}$";

  private static final String PLACE = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$";
  private static final String OR_NONE = "^([A-Z]{2}(-[A-Z0-9]{1,3})?|none)$";

  private static final Map<String, Known> BY_NAME =
      Map.ofEntries(
          Map.entry("company", new Known(string().pattern(SLUG).maxLength(100), "amazon")),
          Map.entry("id", new Known(string().pattern(ID), "claim-of-harbor-wire")),
          Map.entry("/v1/articles/{id} id", new Known(string().pattern(ID), "harbor-wire-0610")),
          Map.entry("asOf", new Known(dateOrInstant(), "2020-06-12")),
          Map.entry("from", new Known(dateOrInstant(), "2020-06-12")),
          Map.entry("to", new Known(dateOrInstant(), "2021-06-20")),
          Map.entry("knownAt", new Known(instant(), "2026-01-01T00:00:00.000003Z")),
          Map.entry("fromKnownAt", new Known(instant(), "2026-01-01T00:00:00.000001Z")),
          Map.entry("toKnownAt", new Known(instant(), "2026-01-01T00:00:00.000003Z")),
          Map.entry("technology", new Known(enumeration("Technology"), "facial-recognition")),
          Map.entry("activity", new Known(enumeration("Activity"), "PROVISION")),
          Map.entry("audience", new Known(enumeration("Audience"), "law-enforcement")),
          Map.entry("type", new Known(enumeration("ChangeType"), "ADOPTED")),
          Map.entry("/v1/stances type", new Known(enumeration("TargetType"), "REGULATION")),
          Map.entry("status", new Known(enumeration("Status"), "PAUSED")),
          Map.entry("standing", new Known(enumeration("Standing"), "CONFIRMED")),
          Map.entry("jurisdiction", new Known(string().pattern(PLACE), "US-CA")),
          Map.entry("/v1/positions jurisdiction", new Known(string().pattern(OR_NONE), "US-CA")),
          Map.entry("/v1/stances jurisdiction", new Known(string().pattern(OR_NONE), "US-CA")),
          Map.entry("after", new Known(wholeNumber(0), 0)),
          Map.entry("stance", new Known(enumeration("Stance"), "SUPPORTS")),
          Map.entry("target", new Known(string().maxLength(200), "EU AI Act")),
          Map.entry("groupBy", new Known(string().pattern("^[a-z]+(,[a-z]+)*$"), "company,status")),
          Map.entry("minConfidence", new Known(fraction(), 0.8)),
          Map.entry("archive", new Known(wholeNumber(0), 0)),
          Map.entry(
              "of", new Known(string().pattern("^(company|positions|timeline)$"), "positions")),
          Map.entry("q", new Known(string().maxLength(200), "face recognition")),
          Map.entry(
              "Last-Event-ID", new Known(string().pattern("^[0-9]{1,18}(-[0-9a-f]{8})?$"), "42")),
          Map.entry("limit", new Known(wholeNumber(1), 100)));

  /** Here each of these parameters takes several values, set apart by commas. */
  private static final Set<String> TAKE_SEVERAL =
      Set.of(
          "/v1/positions", "/v1/stances", "/v1/changes", "/v1/changes.atom", "/v1/changes/stream");

  private static final Set<String> SEVERAL =
      Set.of(
          "company",
          "technology",
          "activity",
          "audience",
          "jurisdiction",
          "status",
          "standing",
          "stance",
          "type");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().stream()
                    .filter(operation -> operation.getParameters() != null)
                    .flatMap(operation -> operation.getParameters().stream())
                    .forEach(parameter -> complete(path, parameter)));
  }

  private static void complete(String path, Parameter parameter) {
    String name = parameter.getName();
    Known known = BY_NAME.getOrDefault(path + " " + name, BY_NAME.get(name));
    if (known == null || !isPlainString(parameter.getSchema())) {
      return;
    }
    if (parameter.getExample() == null) {
      parameter.setExample(known.example());
    }
    if (TAKE_SEVERAL.contains(path) && SEVERAL.contains(name)) {
      parameter
          .style(Parameter.Style.FORM)
          .explode(false)
          .schema(OASFactory.createSchema().addType(SchemaType.ARRAY).items(known.schema()))
          .example(List.of(known.example()));
    } else {
      parameter.schema(withDefault(known.schema(), parameter.getSchema().getDefaultValue()));
    }
  }

  private static boolean isPlainString(Schema schema) {
    return schema != null
        && List.of(SchemaType.STRING).equals(schema.getType())
        && schema.getFormat() == null
        && schema.getPattern() == null
        && schema.getEnumeration() == null;
  }

  /** A schema of its own for each default. */
  private static Schema withDefault(Schema schema, Object value) {
    if (value == null) {
      return schema;
    }
    boolean number = List.of(SchemaType.INTEGER).equals(schema.getType());
    return OASFactory.createSchema()
        .type(schema.getType())
        .minimum(schema.getMinimum())
        .pattern(schema.getPattern())
        .format(schema.getFormat())
        .defaultValue(number ? Integer.valueOf(value.toString()) : value);
  }

  private static Schema string() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }

  private static Schema dateOrInstant() {
    return string().pattern("^\\d{4}-\\d{2}-\\d{2}(T.+)?$");
  }

  private static Schema instant() {
    return string().format("date-time");
  }

  private static Schema fraction() {
    return OASFactory.createSchema()
        .addType(SchemaType.NUMBER)
        .minimum(BigDecimal.ZERO)
        .maximum(BigDecimal.ONE);
  }

  private static Schema enumeration(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema wholeNumber(int least) {
    return OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.valueOf(least));
  }
}
