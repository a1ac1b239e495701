package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.QueryParts;
import ai.policytracker.quickstart.docs.CommittedDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class OpenApiIT {
  @Test
  void theCommittedDocumentIsWhatTheServiceTells() throws IOException {
    String served = Api.ask("/q/openapi").asString();

    assertThat(new CommittedDocument(ApiDocument.FILE).differenceFrom(served)).isEmpty();
  }
}
