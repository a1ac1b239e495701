package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the API answers on both time axes is what the fold in memory knew. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class BothAxesIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HISTORIES = Integer.getInteger("tracker.histories", 50);

  @Inject ChangesTopic topic;

  @Test
  void answersOnBothAxesAreWhatTheFoldKnew() {
    Map<Integer, WriteSide> writeSides = new HashMap<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      WriteSide writeSide =
          new WriteSide(START.plusMillis(seed))
              .appendAll(RandomHistory.of(new Random(seed), "history-" + seed));
      topic.sendChanges(writeSide.changes());
      writeSides.put(seed, writeSide);
    }

    writeSides
        .values()
        .forEach(w -> w.companies().forEach(c -> Api.waitForChanges(c, w.version(c))));

    writeSides.forEach(BothAxesIT::assertAnswersAsTheFold);
  }

  private static void assertAnswersAsTheFold(int seed, WriteSide writeSide) {
    Random random = new Random(seed);
    List<String> companies = writeSide.companies().stream().sorted().toList();
    for (int sample = 0; sample < 8; sample++) {
      String company = companies.get(random.nextInt(companies.size()));
      LocalDate asOf = RandomHistory.anyDay(random);
      WriteSide.Known known = writeSide.known().get(random.nextInt(writeSide.known().size()));
      String asked = "?asOf=%s&knownAt=%s".formatted(asOf, known.from());
      String when = "seed %d, %s%s".formatted(seed, company, asked);
      String now = known.aliases().resolve(company);
      if (!now.equals(company)) {
        Response moved = Api.ask("/v1/companies/" + company + "/positions" + asked);
        assertThat(moved.statusCode()).as(when).isEqualTo(308);
        assertThat(moved.header("Location"))
            .as(when)
            .isEqualTo("/v1/companies/" + now + "/positions" + asked);
        continue;
      }
      JsonNode answer = Api.get("/v1/companies/" + company + "/positions" + asked);

      List<String> answered = new ArrayList<>();
      answer.get("positions").forEach(position -> answered.add(Gist.of(position)));
      answer.get("stances").forEach(stance -> answered.add(Gist.ofStance(stance)));

      assertThat(answered)
          .as(when)
          .containsExactlyInAnyOrderElementsOf(
              known.inForce(company, asOf).stream().map(held -> Gist.of(held, known)).toList());
      assertThat(rejectedOf(answer)).as(when).isSubsetOf(known.rejected());
    }
  }

  private static List<String> rejectedOf(JsonNode answer) {
    List<String> rejected = new ArrayList<>();
    for (JsonNode pending : answer.get("pending")) {
      if (pending.get("reason").asText().equals("rejected")) {
        rejected.add(pending.get("announcement").asText());
      }
    }
    return rejected;
  }
}
