package ai.policytracker.query.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What filters add to every read, whatever its route: the other forms of an answer, 304 for whoever
 * has it, and the parameters that make it wait for what the caller has written.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 5)
public class Reads implements OASFilter {
  private static final String JSON = "application/json";

  /** What goes on has neither other forms nor a state that a tag could name. */
  private static final Set<String> STREAMED = Set.of("/v1/changes/stream", "/v1/export");

  private static final Map<String, String> OTHER_FORMS =
      Map.of(
          "application/x-ndjson", "An object of the list on each line",
          "text/csv", "RFC 4180, with a line of column names");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths().getPathItems().forEach((path, item) -> complete(path, item, api));
  }

  private static void complete(String path, PathItem item, OpenAPI api) {
    Operation read = item.getGET();
    if (read == null || read.getResponses() == null) {
      return;
    }
    add(read, wait("minSeq", "Waits up to 5 s until the answer rests on this seq"));
    if (path.contains("/{company}")) {
      add(read, wait("minVersion", "Waits up to 5 s until the company is at this version"));
    }
    addResponse(read, "412", "Not reached within 5 s: minSeq or minVersion; problem+json");
    if (STREAMED.contains(path)) {
      return;
    }
    addResponse(read, "304", "The caller has this answer: its If-None-Match names the ETag");
    APIResponse ok = read.getResponses().getAPIResponse("200");
    if (ok == null || ok.getContent() == null || ok.getContent().getMediaType(JSON) == null) {
      return;
    }
    if (isList(ok.getContent().getMediaType(JSON).getSchema(), api)) {
      addOtherForms(ok.getContent());
    }
    if (path.equals("/v1/changes")) {
      addForm(ok.getContent(), "application/atom+xml", "As /v1/changes.atom");
    }
  }

  /** One thing with its parts is written as JSON alone. */
  private static boolean isList(Schema schema, OpenAPI api) {
    if (schema == null || schema.getRef() == null) {
      return false;
    }
    String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    Map<String, Schema> properties = api.getComponents().getSchemas().get(name).getProperties();
    return Stream.of("items", "positions")
        .map(properties::get)
        .anyMatch(list -> list != null && list.getItems() != null);
  }

  private static void addOtherForms(Content content) {
    OTHER_FORMS.keySet().stream()
        .sorted()
        .forEach(type -> addForm(content, type, OTHER_FORMS.get(type)));
  }

  private static void addForm(Content content, String type, String description) {
    if (content.getMediaType(type) == null) {
      Schema text = OASFactory.createSchema().addType(SchemaType.STRING).description(description);
      content.addMediaType(type, OASFactory.createMediaType().schema(text));
    }
  }

  private static void addResponse(Operation read, String status, String description) {
    if (read.getResponses().getAPIResponse(status) == null) {
      read.getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }
  }

  private static void add(Operation read, Parameter parameter) {
    List<Parameter> given = read.getParameters();
    boolean documented =
        given != null && given.stream().anyMatch(p -> parameter.getName().equals(p.getName()));
    if (!documented) {
      read.addParameter(parameter);
    }
  }

  private static Parameter wait(String name, String description) {
    Schema wholeNumber =
        OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ZERO);
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.QUERY)
        .description(description)
        .schema(wholeNumber)
        .example(0);
  }
}
