package ai.policytracker.query.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * An answer of each operation, where {@code openapi-examples} has one by its id. They are answers
 * that the worked examples of docs/api.md got, written there by their test.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class ResponseExamples implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ResponseExamples::complete));
  }

  private static void complete(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    MediaType json =
        ok == null || ok.getContent() == null
            ? null
            : ok.getContent().getMediaType("application/json");
    String file = "/openapi-examples/" + operation.getOperationId() + ".json";
    try (InputStream example = ResponseExamples.class.getResourceAsStream(file)) {
      if (json != null && example != null) {
        json.setExample(new ObjectMapper().readValue(example, Object.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
