package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Technology;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.position.FoundParts.Placed;
import ai.policytracker.query.request.KnownTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a history in memory answers is what the database does. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class KnownHistoryIT {
  /** Before the times of other tests, so that what they left unfinished does not matter. */
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private static final int HISTORIES = Integer.getInteger("tracker.histories", 20);
  private static final int SAMPLES = 40;

  @Inject ChangesTopic topic;
  @Inject Pool pool;
  @Inject AskedTogether database;
  @Inject Histories histories;

  private int positions;
  private int stances;
  private int unplaced;

  @Test
  void aHistoryFindsWhatTheDatabaseFindsAtEachFinalTime() {
    List<WriteSide> writeSides = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      writeSides.add(send("kept-" + seed, seed));
    }
    awaitFinal(writeSides);

    int kept = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      for (String company : writeSides.get(seed).companies().stream().sorted().toList()) {
        Optional<KnownHistory> history = HistoryReader.read(pool, company, Long.MAX_VALUE);
        if (history.isPresent()) {
          kept++;
          compare(seed, company, history.get(), writeSides.get(seed));
        }
      }
    }

    assertThat(kept).isGreaterThan(HISTORIES / 2);
    assertThat(List.of(positions, stances, unplaced)).allMatch(found -> found > HISTORIES);
  }

  private WriteSide send(String name, int seed) {
    WriteSide writeSide = new WriteSide(START.plusSeconds(seed));
    writeSide.appendAll(RandomHistory.of(new Random(seed), name));
    topic.sendChanges(writeSide.changes());
    return writeSide;
  }

  private void awaitFinal(List<WriteSide> writeSides) {
    writeSides.forEach(w -> w.companies().forEach(c -> Api.waitForChanges(c, w.version(c))));
    Instant last = START.plusSeconds(HISTORIES + 60);
    topic.heartbeat(last);
    Api.waitUntil("a final time", () -> Api.ask("/v1/export?knownAt=" + last).statusCode() == 200);
  }

  private void compare(int seed, String company, KnownHistory history, WriteSide writeSide) {
    Random random = new Random(seed);
    KnownSeqs seqs = new KnownSeqs(pool);
    seqs.reach(history.epoch(), history.upTo());
    for (int i = 0; i < SAMPLES; i++) {
      WriteSide.Known known = writeSide.known().get(random.nextInt(writeSide.known().size()));
      Instant knownAt = known.from().plusNanos(1_000L * (random.nextInt(3) - 1));
      LocalDate asOf = RandomHistory.anyDay(random);
      String technology =
          random.nextBoolean()
              ? null
              : Technology.values()[random.nextInt(Technology.values().length)].slug();
      PointInTime point = new PointInTime(0, company, asOf, knownAt, technology);
      String when = "seed %d, %s".formatted(seed, point);

      List<Row> rows = database.ask(point).await().indefinitely();
      KnownTime found = KnownTime.from(rows.getFirst());
      FoundParts answer = history.at(point);

      assertThat(found.isFinal()).as(when).isTrue();
      assertThat(comparable(answer)).as(when).isEqualTo(comparable(FoundParts.of(rows)));
      assertThat(seqs.at(history.epoch(), KnownHistory.micros(knownAt)))
          .as(when)
          .hasValue(found.seq());
      positions += answer.positions().size();
      stances += answer.stances().size();
      unplaced += answer.unplaced().size();
    }
  }

  /** Ids of contents come in any order, as do the members, which answers sort. */
  private static List<Object> comparable(FoundParts parts) {
    return List.of(
        parts.positions().stream().map(KnownHistoryIT::comparable).toList(),
        parts.stances().stream().map(KnownHistoryIT::comparable).toList(),
        parts.unplaced().stream()
            .sorted(
                Comparator.comparing((Member m) -> m.claim().claimId())
                    .thenComparing(Member::toString))
            .toList(),
        new HashSet<>(parts.starts()));
  }

  private static Placed comparable(Placed placed) {
    String[] ids = placed.contents().split(KnownSources.SEPARATOR);
    return new Placed(
        placed.subject(), placed.segment(), String.join(" ", Stream.of(ids).sorted().toList()));
  }

  @Test
  void aCompanyMuchAskedForIsAnsweredFromItsHistoryInTheSameBytes() {
    WriteSide writeSide = send("often", 3);
    awaitFinal(List.of(writeSide));
    String company =
        writeSide.companies().stream()
            .filter(c -> HistoryReader.read(pool, c, Long.MAX_VALUE).isPresent())
            .findFirst()
            .orElseThrow();
    Instant knownAt = writeSide.known().getLast().from();
    String address = "/v1/companies/" + company + "/positions?asOf=2024-01-01&knownAt=" + knownAt;
    PointInTime point = new PointInTime(0, company, LocalDate.parse("2024-01-01"), knownAt, null);
    String fromDatabase = Api.ask(address).asString();

    // Each in other words, so that none is the one that is in memory.
    for (int i = 0; i < 3; i++) {
      Api.ask(address + "&audience=general&activity=PROVISION&jurisdiction=U" + "SGC".charAt(i));
    }
    Api.waitUntil("its history", () -> histories.at(point).isPresent());

    assertThat(Api.ask(address.replace("asOf=2024-01-01", "asOf=2024-01-01T00:00:00Z")).asString())
        .isEqualTo(fromDatabase);
    assertThat(histories.at(new PointInTime(0, company, point.asOf(), null, null)))
        .as("for now")
        .isEmpty();
  }

  @Test
  void whatIsLargerThanTheMemoryIsNotRead() {
    WriteSide writeSide = send("large", 5);
    awaitFinal(List.of(writeSide));

    assertThat(writeSide.companies())
        .allMatch(company -> HistoryReader.read(pool, company, 100).isEmpty());
  }
}
