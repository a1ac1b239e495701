package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.position.CompaniesInMemory.Covered;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A list of companies asked for by name is in memory what it is in the database. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class CompaniesInMemoryIT {
  /** Before the times of other tests, so that what they left unfinished does not matter. */
  private static final Instant START = Instant.parse("2024-02-01T00:00:00Z");

  private static final int HISTORIES = 12;
  private static final int SAMPLES = 30;

  /** Positions of all tests together are fewer. */
  private static final int MOST = 20_000;

  private static final List<String> FILTERS =
      List.of(
          "",
          "&technology=facial-recognition,generative-ai,general-ai",
          "&status=PROHIBITED,PAUSED&audience=general,law-enforcement",
          "&standing=CONFIRMED",
          "&jurisdiction=none,US",
          "&activity=PROVISION");

  @Inject ChangesTopic topic;
  @Inject Pool pool;
  @Inject CompaniesInMemory memory;

  private final Random random = new Random(11);

  @Test
  void companiesAskedForByNameAreListedFromMemoryAsTheDatabaseListsThem() {
    List<WriteSide> writeSides = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      WriteSide writeSide = new WriteSide(START.plusSeconds(seed));
      writeSide.appendAll(RandomHistory.of(new Random(seed), "listed-" + seed));
      topic.sendChanges(writeSide.changes());
      writeSides.add(writeSide);
    }
    Instant last = START.plusSeconds(HISTORIES + 60);
    writeSides.forEach(w -> w.companies().forEach(c -> Api.waitForChanges(c, w.version(c))));
    topic.heartbeat(last);
    Api.waitUntil("a final time", () -> Api.ask("/v1/export?knownAt=" + last).statusCode() == 200);
    List<String> companies =
        writeSides.stream()
            .flatMap(w -> w.companies().stream())
            .sorted()
            .filter(c -> HistoryReader.read(pool, c, Long.MAX_VALUE).isPresent())
            .toList();
    String named = "company=" + String.join(",", companies);

    for (int i = 0; i < 3; i++) {
      Api.get("/v1/positions?asOf=2024-01-0%d&knownAt=%s&%s".formatted(i + 1, last, named));
    }
    List<Covered> covered = companies.stream().map(c -> new Covered(c, last)).toList();
    Api.waitUntil(
        "their histories", () -> memory.inForce(covered, LocalDate.EPOCH, last).isPresent());

    int listed = 0;
    for (int i = 0; i < SAMPLES; i++) {
      WriteSide.Known then = pick(pick(writeSides).known());
      String asked =
          "asOf=%s%s%s"
              .formatted(
                  RandomHistory.anyDay(random),
                  i % 3 == 0 ? "" : "&knownAt=" + then.from(),
                  pick(FILTERS));
      // Names that stand for no company make it another address than those that are kept.
      List<JsonNode> inMemory = all(asked + "&" + named + ",no-such-" + i, 1 + random.nextInt(9));
      List<JsonNode> stored =
          all(asked, 1000).stream()
              .filter(p -> companies.contains(p.get("company").asText()))
              .toList();
      assertThat(inMemory).as(asked).isEqualTo(stored);
      listed += inMemory.size();
    }
    assertThat(companies).hasSizeGreaterThan(HISTORIES / 2);
    assertThat(listed).isGreaterThan(SAMPLES);

    Instant later = Instant.now().plusSeconds(600);
    assertThat(memory.inForce(covered, LocalDate.EPOCH, later)).as("nothing new").isPresent();
    assertThat(
            memory.inForce(
                List.of(covered.getFirst(), new Covered(companies.getLast(), later)),
                LocalDate.EPOCH,
                later))
        .as("something of the last company that its history does not have")
        .isEmpty();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<JsonNode> all(String asked, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Api.get("/v1/positions?limit=" + limit + "&" + asked + cursor);
      page.get("items").forEach(items::add);
      assertThat(items.size()).as("pages go on and on").isLessThan(MOST);
      JsonNode next = page.get("next");
      cursor = next == null || next.isNull() ? null : "&cursor=" + next.asText();
    } while (cursor != null);
    return items;
  }
}
