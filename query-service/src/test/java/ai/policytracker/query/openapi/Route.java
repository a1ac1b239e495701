package ai.policytracker.query.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A GET of the OpenAPI document.
 *
 * @param id of the operation
 * @param path with {@code {name}} for each parameter in it
 */
record Route(String id, String path, List<Parameter> parameters) {

  /**
   * @param in path, query or header
   * @param fitting values that it may hold
   */
  record Parameter(String name, String in, List<String> fitting) {}

  static List<Route> all() {
    try {
      JsonNode document = new YAMLMapper().readTree(ApiDocument.text());
      List<Route> routes = new ArrayList<>();
      document
          .get("paths")
          .properties()
          .forEach(
              path -> {
                JsonNode get = path.getValue().path("get");
                if (!get.isMissingNode()) {
                  String id = get.get("operationId").asText();
                  routes.add(new Route(id, path.getKey(), parameters(get, document)));
                }
              });
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean answers(String pathAndQuery) {
    String pattern = path.replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\.");
    return pathAndQuery.split("[?]", 2)[0].matches(pattern);
  }

  private static List<Parameter> parameters(JsonNode operation, JsonNode document) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      List<String> fitting = new ArrayList<>();
      JsonNode given = parameter.path("schema");
      JsonNode schema = given.has("items") ? given.get("items") : given;
      JsonNode resolved =
          schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
      resolved.path("enum").forEach(value -> fitting.add(value.asText()));
      if (parameter.has("example")) {
        JsonNode example = parameter.get("example");
        fitting.add((example.isArray() ? example.get(0) : example).asText());
      }
      parameters.add(
          new Parameter(
              parameter.get("name").asText(), parameter.get("in").asText(), List.copyOf(fitting)));
    }
    return parameters;
  }
}
