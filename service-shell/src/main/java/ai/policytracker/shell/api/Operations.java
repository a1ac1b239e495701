package ai.policytracker.shell.api;

import ai.policytracker.shell.ProblemTypes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What is the same for all routes: an id made of method and path, and errors as RFC 9457 problems,
 * also those that no route names (a database that is away, an Accept header that nothing fits).
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class Operations implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  /**
   * What resteasy-problem adds: fewer fields than our problems have, and a kind that we never send.
   */
  private static final List<String> REPLACED =
      List.of("HttpProblem", "HttpValidationProblem", "Violation");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
      return;
    }
    REPLACED.forEach(api.getComponents()::removeSchema);
    api.getComponents().addSchema("FieldError", fieldError());
    api.getComponents().addSchema(PROBLEM, problem());
    api.getPaths().getPathItems().forEach(Operations::complete);
  }

  private static void complete(String path, PathItem item) {
    for (Map.Entry<PathItem.HttpMethod, Operation> each : item.getOperations().entrySet()) {
      Operation operation = each.getValue();
      if (operation.getOperationId() == null) {
        operation.setOperationId(id(each.getKey(), path));
      }
      if (operation.getDescription() == null && operation.getSummary() != null) {
        operation.setDescription(operation.getSummary() + ".");
      }
      operation.setResponses(withProblems(operation.getResponses()));
    }
  }

  /** {@code GET /v1/companies/{company}/positions} is getCompaniesByCompanyPositions. */
  static String id(PathItem.HttpMethod method, String path) {
    return method.name().toLowerCase(Locale.ROOT)
        + Arrays.stream(path.substring(1).split("[/.:-]"))
            .filter(word -> !word.equals("v1"))
            .map(
                word ->
                    word.startsWith("{")
                        ? "By" + capital(word.replaceAll("[{}]", ""))
                        : capital(word))
            .collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static APIResponses withProblems(APIResponses responses) {
    APIResponses all = responses == null ? OASFactory.createAPIResponses() : responses;
    if (all.getAPIResponses() != null) {
      all.getAPIResponses()
          .forEach(
              (status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                  response.setContent(problemContent());
                }
              });
    }
    if (all.getDefaultValue() == null) {
      all.setDefaultValue(any());
    }
    return all;
  }

  private static APIResponse any() {
    return OASFactory.createAPIResponse()
        .description("Any other error; problem+json")
        .content(problemContent());
  }

  private static Content problemContent() {
    return OASFactory.createContent()
        .addMediaType(
            PROBLEM_JSON,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
  }

  private static Schema fieldError() {
    return object()
        .description("One thing that is wrong with a request")
        .addProperty(
            "pointer",
            string("Name of a parameter, or JSON pointer into the body (empty for the whole)"))
        .addProperty("detail", string("What is wrong and how to mend it"))
        .required(List.of("pointer", "detail"));
  }

  private static Schema problem() {
    return object()
        .description("An error as in RFC 9457; some kinds have fields of their own")
        .additionalPropertiesSchema(OASFactory.createSchema())
        .addProperty("type", string("Stable name of the kind of problem").format("uri"))
        .addProperty("title", string("The kind in words"))
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", string("What is wrong in this case"))
        .addProperty("instance", string("Path that was asked, decoded"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("Everything that is wrong with the request; only of invalid ones")
                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
        .required(List.of("type", "title", "status"))
        .addExample(example());
  }

  /** In an order of its own: Map.of has another one in each process. */
  private static Map<String, Object> example() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", ProblemTypes.of("invalid-request").toString());
    example.put("title", "Invalid request");
    example.put("status", 400);
    example.put("detail", "limit: must be a whole number from 1 to 500");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("pointer", "limit");
    error.put("detail", "must be a whole number from 1 to 500");
    example.put("errors", List.of(error));
    return example;
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  private static Schema string(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
