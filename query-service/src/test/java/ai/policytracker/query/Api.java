package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks the running service, and waits for what it is to know. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Api() {}

  public static Response ask(String pathAndQuery) {
    return RestAssured.given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get(pathAndQuery);
  }

  public static JsonNode get(String pathAndQuery) {
    Response response = ask(pathAndQuery);
    assertThat(response.statusCode())
        .as("%s: %s", pathAndQuery, response.asString())
        .isEqualTo(200);
    return json(response);
  }

  public static JsonNode json(Response response) {
    try {
      return JSON.readTree(response.asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public static void waitForVersion(String company, long version) {
    waitUntil(
        company + " at version " + version,
        () -> {
          Response response = ask("/v1/companies/" + company);
          return response.statusCode() == 200 && response.jsonPath().getLong("version") >= version;
        });
  }

  /** Also of a company that was merged, which no page of its own tells of. */
  public static void waitForChanges(String company, long count) {
    waitUntil(count + " changes of " + company, () -> changesOf(company, count) >= count);
  }

  /** Over as many pages as it takes, and no more than needed. */
  private static long changesOf(String company, long enough) {
    long seen = 0;
    long after = 0;
    JsonNode items;
    do {
      items = get("/v1/changes?limit=1000&company=" + company + "&after=" + after).get("items");
      seen += items.size();
      after = items.isEmpty() ? after : items.get(items.size() - 1).get("seq").asLong();
    } while (!items.isEmpty() && seen < enough);
    return seen;
  }

  public static void waitUntil(String what, BooleanSupplier reached) {
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for %s", what).isLessThan(giveUpAt);
    }
  }
}
