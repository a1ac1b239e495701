package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes half a minute and says little on a busy machine: run it with -Dtracker.throughput. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
@EnabledIfSystemProperty(named = "tracker.throughput", matches = ".*")
class AnswerThroughputIT {
  private static final Logger LOG = Logger.getLogger(AnswerThroughputIT.class);
  private static final Duration RUN = Duration.ofSeconds(2);
  private static final int RUNS = 5;

  @Inject ChangesTopic topic;

  @Test
  void answersFromMemoryCostLittleMoreThanTheirBytes() {
    WriteSide writeSide = new WriteSide(Instant.parse("2026-01-01T00:00:00Z"));
    topic.sendChanges(writeSide.append(Told.of("loaded", "loaded-1").on("2020-06-10").event()));
    String path = "/v1/companies/loaded/positions?asOf=2020-06-30";
    Api.waitForVersion("loaded", 1);
    Api.waitUntil("a tag", () -> Api.ask(path).header("ETag") != null);
    BareRoute.bytes = Api.ask(path).asString().getBytes(StandardCharsets.UTF_8);
    String tag = "If-None-Match: " + Api.ask(path).header("ETag") + "\r\n";
    List<Double> kept = new ArrayList<>();
    List<Double> notModified = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      double bare = Load.rate(RestAssured.port, "/bare", "", 200, RUN);
      double fromMemory = Load.rate(RestAssured.port, path, "", 200, RUN);
      double same = Load.rate(RestAssured.port, path, tag, 304, RUN);
      LOG.infof("a second: bare=%.0f kept=%.0f notModified=%.0f", bare, fromMemory, same);
      kept.add(fromMemory / bare);
      notModified.add(same / bare);
    }
    Collections.sort(kept);
    Collections.sort(notModified);
    double keptRatio = kept.get(RUNS / 2);
    double notModifiedRatio = notModified.get(RUNS / 2);
    LOG.infof(
        "throughput bytes=%d keptRatio=%.2f notModifiedRatio=%.2f",
        BareRoute.bytes.length, keptRatio, notModifiedRatio);

    assertThat(keptRatio).isGreaterThan(0.5);
    assertThat(notModifiedRatio).isGreaterThan(0.7);
  }
}
