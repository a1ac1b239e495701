package ai.policytracker.shell.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of records' schemas which properties are always there and which may be null: all are there,
 * and a view's may be null where it says {@link Nullable}. The domain's records, which know no
 * annotation of that kind, may have null in whatever is neither a primitive nor a collection.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class RecordSchemas implements OASFilter {
  private static final String OURS = "ai.policytracker.";
  private static final Set<String> DOMAIN = Set.of(OURS + "event", OURS + "policy", OURS + "wire");
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
  private static final DotName JSON_UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
  private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final Set<DotName> COLLECTIONS =
      Set.of(
          DotName.createSimple(List.class),
          DotName.createSimple(Set.class),
          DotName.createSimple(Map.class));

  private final IndexView index;
  private final Map<String, List<ClassInfo>> records;

  public RecordSchemas(IndexView index) {
    this.index = index;
    records =
        index.getKnownClasses().stream()
            .filter(c -> c.isRecord() && c.name().toString().startsWith(OURS))
            // Bodies of requests say themselves what they must have.
            .filter(
                c -> c.annotations(SCHEMA).stream().noneMatch(RecordSchemas::saysWhatIsRequired))
            .collect(Collectors.groupingBy(ClassInfo::simpleName));
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      api.getComponents().getSchemas().forEach(this::complete);
    }
  }

  private void complete(String name, Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    records.getOrDefault(name, List.of()).stream()
        .map(this::fieldsByProperty)
        .filter(fields -> fields.keySet().equals(properties.keySet()))
        .findFirst()
        .ifPresent(fields -> complete(schema, fields));
  }

  /** Those of a record that is unwrapped stand among the others. */
  private Map<String, FieldInfo> fieldsByProperty(ClassInfo type) {
    Map<String, FieldInfo> fields = new HashMap<>();
    type.fields().stream()
        .filter(field -> type.recordComponent(field.name()) != null)
        .forEach(
            field -> {
              if (field.hasAnnotation(JSON_UNWRAPPED)) {
                fields.putAll(fieldsByProperty(index.getClassByName(field.type().name())));
              } else {
                fields.put(property(field), field);
              }
            });
    return fields;
  }

  private static String property(FieldInfo field) {
    AnnotationInstance named = field.annotation(JSON_PROPERTY);
    return named == null || named.value() == null ? field.name() : named.value().asString();
  }

  private static void complete(Schema schema, Map<String, FieldInfo> fields) {
    List<String> required = new ArrayList<>();
    Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
    properties.replaceAll(
        (property, of) -> {
          FieldInfo field = fields.get(property);
          if (!field.hasAnnotation(JSON_INCLUDE)) {
            required.add(property);
          }
          return mayBeNull(field) ? orNull(of) : of;
        });
    schema.setProperties(properties);
    schema.setRequired(required);
  }

  private static boolean saysWhatIsRequired(AnnotationInstance schema) {
    return schema.value("required") != null;
  }

  private static boolean mayBeNull(FieldInfo field) {
    if (!DOMAIN.contains(field.declaringClass().name().packagePrefix())) {
      return field.hasAnnotation(NULLABLE);
    }
    return field.type().kind() != Type.Kind.PRIMITIVE && !COLLECTIONS.contains(field.type().name());
  }

  private static Schema orNull(Schema schema) {
    if (schema.getRef() == null) {
      return schema.getType() == null || schema.getType().contains(SchemaType.NULL)
          ? schema
          : schema.addType(SchemaType.NULL);
    }
    return OASFactory.createSchema()
        .addAnyOf(schema)
        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
  }
}
