package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.openapi.WorkedExamples.Example;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers in docs/api.md, and those in the OpenAPI document, are the service's own. */
@QuarkusTest
@QuarkusTestResource(value = ExampleParts.class, restrictToAnnotatedClass = true)
class WorkedExamplesIT {
  private static final Path EXAMPLES = Path.of("src", "main", "resources", "openapi-examples");
  private static final Path REQUESTS = Path.of("..", "requests", "positions.http");
  private static final Pattern REQUEST = Pattern.compile("(?m)^GET \\{\\{query}}(\\S+)$");
  private static final Pattern CURSOR = Pattern.compile("\"next\" : \"[^\"]+\"");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter INDENTED =
      JSON.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  @Inject ChangesTopic topic;

  private static boolean told;

  @BeforeEach
  void tell() {
    if (!told) {
      new ExampleHistory(topic).tell();
      told = true;
    }
  }

  @Test
  void theAnswersInThePageAreTheServices() throws IOException {
    WorkedExamples page = WorkedExamples.read();
    WorkedExamples asked = page.with(WorkedExamplesIT::answer);
    WrittenDocs.write(WorkedExamples.PAGE, asked.text());

    assertThat(WorkedExamples.read().text()).isEqualTo(asked.text());
    assertThat(page.all()).hasSizeGreaterThan(5);
  }

  @Test
  void theExamplesOfTheDocumentAreTheFirstOfThePage() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    for (Example example : WorkedExamples.read().all()) {
      if (example.answer().startsWith("{") && !example.answer().contains("\"errors\"")) {
        examples.putIfAbsent(operation(example.address()) + ".json", example.answer());
      }
    }
    for (Map.Entry<String, String> example : examples.entrySet()) {
      WrittenDocs.write(EXAMPLES.resolve(example.getKey()), example.getValue());

      assertThat(Files.readString(EXAMPLES.resolve(example.getKey())))
          .as(example.getKey())
          .isEqualTo(example.getValue());
    }
  }

  @Test
  void theRequestsToCopyFromAreAnswered() throws IOException {
    List<String> requests =
        REQUEST.matcher(Files.readString(REQUESTS)).results().map(found -> found.group(1)).toList();
    JsonNode positions = Api.get("/v1/companies/amazon/positions");
    String announcement = positions.findValue("announcement").textValue();
    String article = positions.findValue("articleId").textValue();

    assertThat(requests).hasSizeGreaterThan(20);
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(
                        Api.ask(
                                request
                                    .replace("CLAIM_ID", announcement)
                                    .replace("ARTICLE_ID", article))
                            .statusCode())
                    .as(request)
                    .isEqualTo(200));
  }

  @Test
  void everyRouteIsShownInThePageOrAmongTheRequests() throws IOException {
    String shown = WorkedExamples.read().text() + Files.readString(REQUESTS);

    assertThat(Route.all())
        .allSatisfy(
            route ->
                assertThat(shown)
                    .as(route.path())
                    .containsPattern(
                        "/v1" + route.path().substring(3).replaceAll("\\{[^}]+}", "[^/?]+")));
  }

  private static String operation(String address) {
    return Route.all().stream()
        .filter(route -> route.answers(address))
        .min((one, other) -> one.path().indexOf('{') - other.path().indexOf('{'))
        .orElseThrow()
        .id();
  }

  /** Indented JSON; else the text, or the status and where it leads. */
  private static String answer(String address) {
    Response response = Api.ask(address);
    if (response.statusCode() == 308) {
      return response.statusCode() + "\nLocation: " + response.header("Location") + "\n";
    }
    if (!response.contentType().matches("application/(problem[+])?json.*")) {
      String text = response.asString().replace("\r\n", "\n").stripTrailing() + "\n";
      return text.replaceAll("http://localhost:[0-9]+", "http://localhost:8080");
    }
    try {
      String indented = INDENTED.writeValueAsString(JSON.readTree(response.asString())) + "\n";
      return CURSOR.matcher(indented).replaceAll("\"next\" : \"...\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
