package ai.policytracker.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.Kind;
import ai.policytracker.policy.Change;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class RebuildIT {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> TABLES =
      List.of(
          "position_version",
          "stance_version",
          "claim_version",
          "pending_version",
          "company_alias",
          "company",
          "change_log");

  @Inject Rebuild rebuild;
  @Inject ChangesTopic topic;
  @Inject Database database;

  @Test
  void readersAndTheRunningProjectionNoticeNothing() throws Exception {
    String prefix = "swapped-" + System.nanoTime();
    List<String> questions = send(prefix);

    List<Change> meanwhile = new ArrayList<>();
    Readers readers = Readers.of(questions);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> writeUntil(done, prefix, meanwhile));
    Rebuild.Outcome first;
    Rebuild.Outcome second;
    try (readers) {
      first = rebuild.run();
      second = rebuild.run();
      done.set(true);
      writer.join();
      Api.waitForChanges(prefix + "-meanwhile", meanwhile.size());
    }

    assertThat(readers.wrong()).isEmpty();
    assertThat(readers.asked()).isGreaterThan(100);
    assertThat(first.healedChanges()).isZero();
    assertThat(second.changes()).isGreaterThanOrEqualTo(first.changes());
    for (String table : TABLES) {
      assertThat(differences(table, "company LIKE '%s-acme%%'".formatted(prefix)))
          .as(table)
          .isZero();
    }
    assertThat(database.count("query.change_log"))
        .isEqualTo(database.number("SELECT seq FROM query.feed"))
        .isEqualTo(database.count("query.change_seq"));
  }

  /** What one of the two holds and the other one does not. */
  private long differences(String table, String where) {
    String running = "(SELECT * FROM query.%s WHERE %s)".formatted(table, where);
    String previous = "(SELECT * FROM query_previous.%s WHERE %s)".formatted(table, where);
    return database.count("(%s EXCEPT %s)".formatted(running, previous))
        + database.count("(%s EXCEPT %s)".formatted(previous, running));
  }

  private List<String> send(String prefix) {
    List<String> questions = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      WriteSide writeSide =
          new WriteSide(START.plusSeconds(seed))
              .appendAll(RandomHistory.of(new Random(seed), prefix + "-" + seed));
      topic.sendChanges(writeSide.changes());
      for (String company : writeSide.companies()) {
        Api.waitForChanges(company, writeSide.version(company));
        questions.add("/v1/companies/" + company + "/positions?asOf=2020-02-10");
        questions.add("/v1/companies/" + company + "/timeline");
        questions.add("/v1/companies/" + company);
        questions.add("/v1/changes?limit=1000&company=" + company);
      }
    }
    return questions;
  }

  private void writeUntil(AtomicBoolean done, String prefix, List<Change> sent) {
    WriteSide writeSide = new WriteSide(START);
    for (int i = 0; !done.get(); i++) {
      String company = prefix + "-meanwhile";
      List<Change> changes =
          writeSide.append(
              Told.of(company, company + i).says(Kind.values()[i % 7]).on("2020-06-10").event());
      topic.sendChanges(changes);
      sent.addAll(changes);
      if (i % 50 == 0) {
        Api.waitForChanges(company, sent.size());
      }
    }
  }

  @Test
  void haltedCompanyIsHealedAndItsChangesComeAfterAllOthers() {
    String company = "healed-" + System.nanoTime();
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(writeSide.append(Told.of(company, company + "-1").on("2020-06-10").event()));
    Api.waitForVersion(company, 1);
    long firstSeq = lastSeq(company);
    database.execute(
        "UPDATE query.company SET halted_reason = 'for the test' WHERE company = '%s'"
            .formatted(company));
    long offsets = offsets();
    topic.sendChanges(writeSide.append(Told.of(company, company + "-2").on("2020-06-11").event()));
    topic.sendChanges(writeSide.append(Told.of(company, company + "-3").on("2020-06-12").event()));
    Api.waitUntil("both are passed over", () -> offsets() >= offsets + 2);
    long lastOfAll = database.number("SELECT seq FROM query.feed");

    Rebuild.Outcome outcome = rebuild.run();

    assertThat(outcome.healedCompanies()).containsExactly(company);
    assertThat(outcome.healedChanges()).isEqualTo(2);
    // Whoever wrote the third change asks for it so: the service beside the command notices the
    // swap at its next look at the feed, and until then it may answer with what was before.
    assertThat(Api.get("/v1/companies/" + company + "?minVersion=3").get("version").asLong())
        .isEqualTo(3);
    assertThat(Api.get("/v1/changes?company=" + company).get("items").findValuesAsText("seq"))
        .containsExactly(
            Long.toString(firstSeq), Long.toString(lastOfAll + 1), Long.toString(lastOfAll + 2));
    assertThat(lastSeq(company)).isEqualTo(lastOfAll + 2);
    assertThat(
            database.count(
                "query.change_seq WHERE seq > %d AND latest > ALL (%s)"
                    .formatted(lastOfAll, "SELECT watermark FROM query_previous.shard")))
        .isEqualTo(2);
    assertThat(database.number("SELECT seq FROM query.feed")).isEqualTo(lastOfAll + 2);
    topic.sendChanges(writeSide.append(Told.of(company, company + "-4").on("2020-06-13").event()));
    Api.waitForVersion(company, 4);
    assertThat(lastSeq(company)).isEqualTo(lastOfAll + 3);
  }

  private long lastSeq(String company) {
    return Api.get("/v1/companies/" + company).get("lastChange").get("seq").asLong();
  }

  private long offsets() {
    return database.number("SELECT sum(next_offset)::bigint FROM query.shard");
  }

  @Test
  void modelThatWouldHaltACompanyIsRefused() {
    String company = "refused-" + System.nanoTime();
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(writeSide.append(Told.of(company, company + "-1").on("2020-06-10").event()));
    writeSide.append(Told.of(company, company + "-2").on("2020-06-11").event());
    topic.sendChanges(writeSide.append(Told.of(company, company + "-3").on("2020-06-12").event()));
    String halted = "query.company WHERE halted_reason IS NOT NULL AND company = '%s'";
    Api.waitUntil("the hole is found", () -> database.count(halted.formatted(company)) == 1);
    String mark = "UPDATE query.company SET halted_reason = %s WHERE company = '%s'";
    database.execute(mark.formatted("null", company));

    try {
      assertThatThrownBy(rebuild::run)
          .isInstanceOf(RebuildRefusedException.class)
          .hasMessageContaining(company);

      assertThat(database.count("query.shard WHERE retired")).isZero();
      assertThat(Api.get("/v1/companies/" + company).get("version").asLong()).isEqualTo(1);
    } finally {
      database.execute(mark.formatted("'known to be so'", company));
    }
  }

  @Test
  void swapWaitsForReadsInFlightAndHoldsUpNoOthersForLong() throws Exception {
    CompletableFuture<Rebuild.Outcome> rebuilding;
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT * FROM query.feed");
      rebuilding = CompletableFuture.supplyAsync(rebuild::run);
      Api.waitUntil(
          "the swap waits",
          () -> database.count("pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted") > 0);

      assertThat(Api.ask("/v1/companies?limit=1").statusCode()).isEqualTo(200);
      assertThat(rebuilding).isNotDone();
      reader.commit();
    }

    assertThat(rebuilding.join().changes()).isEqualTo(database.count("query.change_log"));
  }

  @Test
  void onlyOneRebuildGoesOnAtATime() throws Exception {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtextextended('query rebuild', 0))");

      assertThatThrownBy(rebuild::run).hasMessageContaining("another rebuild");

      statement.execute("SELECT pg_advisory_unlock_all()");
    }
  }

  @Test
  void commandOfThePackagedServiceRebuildsBesideTheRunningOne() throws Exception {
    String company = "commanded-" + System.nanoTime();
    topic.sendChanges(
        new WriteSide(START).append(Told.of(company, company + "-1").on("2020-06-10").event()));
    Api.waitForVersion(company, 1);

    String said = new Command().run("rebuild");

    assertThat(said).contains("the rebuilt read model is in place");
    assertThat(Api.get("/v1/companies/" + company).get("version").asLong()).isEqualTo(1);
    assertThat(database.count("query_previous.shard WHERE NOT retired")).isZero();
  }
}
