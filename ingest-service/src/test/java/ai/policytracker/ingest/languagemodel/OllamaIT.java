package ai.policytracker.ingest.languagemodel;

import ai.policytracker.ingest.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(
    value = StubModel.class,
    initArgs = @ResourceArg(name = "reader", value = "OLLAMA"),
    restrictToAnnotatedClass = true)
class OllamaIT extends ModelContract {}
