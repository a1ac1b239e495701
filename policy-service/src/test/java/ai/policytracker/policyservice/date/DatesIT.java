package ai.policytracker.policyservice.date;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Until;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policyservice.Histories;
import ai.policytracker.policyservice.StackResource;
import ai.policytracker.policyservice.process.Append;
import ai.policytracker.policyservice.process.BatchFold;
import ai.policytracker.policyservice.process.Intake;
import ai.policytracker.policyservice.rebuild.Rebuild;
import ai.policytracker.shell.Shards;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DatesIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject Dates dates;
  @Inject Append append;
  @Inject Pool pool;
  @Inject Rebuild rebuild;

  private BatchFold pauseUntil(String company, int article, LocalDate end) {
    return append
        .run(
            List.of(Shards.of(company)),
            (tx, locked) ->
                Uni.createFrom()
                    .item(
                        Intake.of(
                            List.of(Histories.pause(company, article, TODAY, Until.date(end))))))
        .await()
        .indefinitely();
  }

  private List<String> typesOf(String company) {
    return pool
        .preparedQuery(
            "SELECT payload ->> 'type' FROM policy_change WHERE company = $1 ORDER BY version")
        .executeAndAwait(Tuple.of(company))
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void aStatedEndThatComesIsToldOnce() {
    pauseUntil("ends", 1, TODAY.plusDays(30));

    dates.reach(TODAY.plusDays(29)).await().indefinitely();
    assertThat(typesOf("ends")).containsExactly("ADOPTED");
    Uni.combine()
        .all()
        .unis(dates.reach(TODAY.plusDays(30)), dates.reach(TODAY.plusDays(31)))
        .asTuple()
        .await()
        .indefinitely();
    dates.reach(TODAY.plusDays(32)).await().indefinitely();

    assertThat(typesOf("ends")).containsExactly("ADOPTED", "LAPSED");
    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void anEndThatHasMovedIsVoid() {
    pauseUntil("moves", 1, TODAY.plusDays(30));
    pauseUntil("moves", 2, TODAY.plusDays(60));
    pauseUntil("moves", 3, TODAY.plusDays(60));

    dates.reach(TODAY.plusDays(31)).await().indefinitely();
    assertThat(typesOf("moves")).doesNotContain(ChangeType.LAPSED.name());
    dates.reach(TODAY.plusDays(60)).await().indefinitely();

    assertThat(typesOf("moves")).endsWith(ChangeType.LAPSED.name()).hasSize(4);
  }
}
