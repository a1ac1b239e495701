package ai.policytracker.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ReadYourWritesIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Inject ChangesTopic topic;

  @Test
  void readWaitsForTheVersionThatItAsksFor() {
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(writeSide.append(Told.of("awaited", "awaited-1").on("2020-06-10").event()));
    var answer = CompletableFuture.supplyAsync(() -> Api.get("/v1/companies/awaited?minVersion=2"));

    topic.sendChanges(writeSide.append(Told.of("awaited", "awaited-2").on("2020-06-11").event()));

    assertThat(answer.join().get("version").asLong()).isEqualTo(2);
  }

  @Test
  void readWaitsForTheSeqThatItAsksFor() {
    long seq = Api.get("/v1/changes").get("seq").asLong();
    var answer = CompletableFuture.supplyAsync(() -> Api.get("/v1/changes?minSeq=" + (seq + 1)));

    topic.sendChanges(
        new WriteSide(START)
            .append(Told.of("awaited-seq", "awaited-seq-1").on("2020-06-10").event()));

    JsonNode changes = answer.join();
    assertThat(changes.get("seq").asLong()).isGreaterThan(seq);
  }

  @Test
  void whatDoesNotComeInTimeIsAProblemThatSaysHowFarThingsAre() {
    Response answer = Api.ask("/v1/changes?minSeq=999999999999");

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.jsonPath().getString("type"))
        .isEqualTo("urn:policy-tracker:problem:not-yet-known");
    assertThat(answer.jsonPath().getString("detail")).contains("at seq");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void whatIsNoNumberAndVersionsOfNothingAreRefused() {
    assertThat(Api.ask("/v1/changes?minSeq=x").statusCode()).isEqualTo(400);
    assertThat(Api.ask("/v1/changes?minVersion=1").statusCode()).isEqualTo(400);
    assertThat(Api.ask("/v1/companies?minSeq=1&minSeq=2").statusCode()).isEqualTo(400);
  }
}
