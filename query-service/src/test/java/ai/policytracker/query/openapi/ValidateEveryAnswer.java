package ai.policytracker.query.openapi;

import ai.policytracker.query.openapi.ApiDocument.Answer;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.Set;

/**
 * Whatever a test asks through RestAssured, the OpenAPI document must have the answer. Registered
 * for all of them in {@code META-INF/services}.
 */
public class ValidateEveryAnswer implements QuarkusTestBeforeEachCallback, Filter {
  /** HEAD and OPTIONS are the protocol's, not the document's. */
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** Of a body that is there. */
  private static final String NOT_READ = ":";

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    RestAssured.replaceFiltersWith(this);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    String uri = request.getURI();
    Answer answer =
        new Answer(
            request.getMethod(),
            uri.substring(uri.indexOf('/', uri.indexOf("//") + 2)),
            response.statusCode(),
            response.contentType().isEmpty() ? null : response.contentType(),
            isStream(response) ? NOT_READ : response.asString());
    if (answer.isOfTheApi() && METHODS.contains(answer.method())) {
      ApiDocument.check(answer);
    }
    return response;
  }

  /** It has no end. */
  private static boolean isStream(Response response) {
    return response.contentType().startsWith("text/event-stream");
  }
}
