package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers where none is kept. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
@TestProfile(WithoutMemoryIT.NoMemory.class)
class WithoutMemoryIT {
  @Inject ChangesTopic topic;

  public static class NoMemory implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tracker.answers.memory-bytes", "0");
    }
  }

  @Test
  void everyAnswerIsTaggedAndIsNotSentAgainToWhoHasIt() {
    topic.project(
        Instant.parse("2026-01-01T00:00:00Z"), Told.of("unkept", "unkept-1").on("2020-06-10"));

    for (String path : List.of("/v1/companies/unkept/positions", "/v1/companies", "/v1/changes")) {
      Response first = Api.ask(path);
      String tag = first.header("ETag");

      assertThat(tag).as(path).startsWith("W/\"");
      assertThat(Api.ask(path).header("ETag")).as(path).isEqualTo(tag);
      assertThat(RestAssured.given().header("If-None-Match", tag).get(path).statusCode())
          .as(path)
          .isEqualTo(304);
    }
  }
}
