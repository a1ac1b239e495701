package ai.policytracker.shell.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * An answer of each operation, where the service's {@code openapi-examples} have one by its id, and
 * a request's body, where they have {@code ID.request}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class Examples implements OASFilter {
  private static final String JSON = "application/json";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths()
          .getPathItems()
          .values()
          .forEach(path -> path.getOperations().values().forEach(Examples::complete));
    }
  }

  private static void complete(Operation operation) {
    String id = operation.getOperationId();
    Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
    read(id)
        .ifPresent(
            example ->
                Stream.of("200", "201")
                    .filter(responses::containsKey)
                    .flatMap(status -> json(responses.get(status).getContent()).stream())
                    .forEach(answer -> answer.setExample(example)));
    if (operation.getRequestBody() != null) {
      Optional<MediaType> body = json(operation.getRequestBody().getContent());
      body.ifPresent(of -> read(id + ".request").ifPresent(of::setExample));
    }
  }

  private static Optional<MediaType> json(Content content) {
    return Optional.ofNullable(content).map(of -> of.getMediaType(JSON));
  }

  private static Optional<Object> read(String name) {
    ClassLoader ofService = Thread.currentThread().getContextClassLoader();
    String file = "openapi-examples/" + name + ".json";
    try (InputStream example = ofService.getResourceAsStream(file)) {
      return example == null
          ? Optional.empty()
          : Optional.of(new ObjectMapper().readValue(example, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
