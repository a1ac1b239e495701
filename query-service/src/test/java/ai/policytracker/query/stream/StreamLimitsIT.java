package ai.policytracker.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.policy.Change;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class StreamLimitsIT {
  /** More than the sockets between hold, and a client may be behind, together. */
  private static final int CHANGES = 3_000;

  private static final int MOST_BEHIND = 2_000;

  @Inject ChangesTopic topic;

  @Test
  void oneStreamTooManyIsRefusedUntilAnotherEnds() throws IOException {
    Api.waitUntil("streams of other tests are closed", () -> open() == 0);
    List<EventStream> streams = new ArrayList<>();
    for (int i = 0; i < QueryParts.MOST_STREAMS; i++) {
      streams.add(EventStream.open("", null));
    }

    Response refused = Api.ask("/v1/changes/stream");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.jsonPath().getString("type")).endsWith(":too-many");
    streams.removeFirst().close();
    Api.waitUntil("the place of the closed one", () -> open() < QueryParts.MOST_STREAMS);
    streams.add(EventStream.open("", null));
    for (EventStream stream : streams) {
      stream.close();
    }
    Api.waitUntil("all places", () -> open() == 0);
  }

  @Test
  void placesOfClientsThatGoAwayComeFree() throws IOException {
    for (int i = 0; i < 2 * QueryParts.MOST_STREAMS; i++) {
      Api.waitUntil("a place", () -> open() < QueryParts.MOST_STREAMS);
      EventStream.open("", null).close();
    }

    Api.waitUntil("all places", () -> open() == 0);
  }

  @Test
  void clientThatReadsNothingKeepsNothingInMemoryAndIsResetOnceItReadsOn() throws IOException {
    long start = head();
    try (SlowClient client = SlowClient.open(start)) {
      topic.sendChanges(IntStream.range(0, CHANGES).boxed().flatMap(i -> change(i)).toList());
      Api.waitUntil("all changes", () -> head() >= start + CHANGES);

      List<Long> seen = new ArrayList<>();
      SlowClient.Event event = client.next();
      for (; event.name() == null && seen.size() < CHANGES; event = client.next()) {
        if (event.data() != null) {
          seen.add(json(event).get("seq").asLong());
        }
      }

      assertThat(event.name()).isEqualTo("reset");
      assertThat(json(event).get("reason").asText()).isEqualTo("BEHIND");
      assertThat(json(event).get("after").asLong()).isEqualTo(start + seen.size());
      assertThat(seen)
          .isEqualTo(LongStream.rangeClosed(start + 1, start + seen.size()).boxed().toList());
      assertThat(seen).hasSizeLessThan(CHANGES - MOST_BEHIND);
    }
  }

  private static Stream<Change> change(int number) {
    String company = "slow-" + number;
    return new WriteSide(Instant.parse("2026-01-01T00:00:00Z"))
        .append(Told.of(company, company + "-1").on("2020-06-10").event()).stream();
  }

  private static long head() {
    return Api.get("/v1/changes?limit=1").get("seq").asLong();
  }

  private static long open() {
    return Api.ask("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("tracker_streams_open"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static JsonNode json(SlowClient.Event event) throws IOException {
    return Json.MAPPER.readTree(event.data());
  }
}
