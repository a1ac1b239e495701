package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The committed OpenAPI document, and whether an answer is one that it has. */
public final class ApiDocument {
  public static final Path FILE = Path.of("..", "docs", "api", "query-service.openapi.yaml");

  private static final Set<String> NO_SUCH_ROUTE =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(text())
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                  // It takes the values of a list, set apart by commas, for JSON.
                  .withLevel("validation.request.parameter.schema.invalidJson", Level.IGNORE)
                  .build())
          .build();

  private ApiDocument() {}

  /**
   * An answer.
   *
   * @param pathAndQuery as it was sent
   * @param contentType null where there is none
   * @param body empty where there is none
   */
  public record Answer(
      String method, String pathAndQuery, int status, String contentType, String body) {

    /** Without the suffix, which says in the address what else the Accept header says. */
    String path() {
      return pathAndQuery.split("[?]", 2)[0].replaceFirst("[.](json|ndjson|csv)$", "");
    }

    /** An empty list is an empty body then. */
    boolean isOfNoLine() {
      return body.isEmpty()
          && contentType != null
          && contentType.startsWith("application/x-ndjson");
    }

    boolean isOfTheApi() {
      return path().startsWith("/v1/");
    }
  }

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails where the document has no such answer, or would have refused a request that was served.
   */
  public static void check(Answer answer) {
    assertThat(problems(answer))
        .as("%s %s, answered %d", answer.method(), answer.pathAndQuery(), answer.status())
        .isEmpty();
  }

  static List<String> problems(Answer answer) {
    return problems(answer, answer.status() == 200);
  }

  /** Whatever the document says of the request. */
  static List<String> problemsOfAnswer(Answer answer) {
    return problems(answer, false);
  }

  private static List<String> problems(Answer answer, boolean withRequest) {
    Method method = Method.valueOf(answer.method());
    SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
    if (answer.contentType() != null) {
      response.withContentType(answer.contentType());
    }
    if (!answer.body().isEmpty()) {
      response.withBody(answer.body());
    } else if (answer.isOfNoLine()) {
      response.withBody("\n");
    }
    ValidationReport report =
        withRequest
            ? VALIDATOR.validate(request(answer, method), response.build())
            : VALIDATOR.validateResponse(answer.path(), method, response.build());
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .filter(message -> !isOfNoRoute(message, answer))
        .map(ValidationReport.Message::toString)
        .toList();
  }

  private static boolean isOfNoRoute(ValidationReport.Message message, Answer answer) {
    return NO_SUCH_ROUTE.contains(message.getKey()) && Set.of(404, 405).contains(answer.status());
  }

  private static SimpleRequest request(Answer answer, Method method) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(method, answer.path());
    String[] parts = answer.pathAndQuery().split("[?]", 2);
    if (parts.length == 2) {
      Arrays.stream(parts[1].split("&"))
          .filter(parameter -> !parameter.isEmpty())
          .map(parameter -> parameter.split("=", 2))
          .forEach(
              parameter ->
                  request.withQueryParam(
                      decoded(parameter[0]), parameter.length == 1 ? "" : decoded(parameter[1])));
    }
    return request.build();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
