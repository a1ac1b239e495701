package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.QueryParts;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class OpenApiIT {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void theCommittedDocumentIsWhatTheServiceTells() throws IOException {
    String served = Api.ask("/q/openapi").asString();
    WrittenDocs.write(ApiDocument.FILE, served);

    // The order of keys is the framework's business.
    assertThat(YAML.readTree(served)).isEqualTo(YAML.readTree(Files.readString(ApiDocument.FILE)));
  }
}
