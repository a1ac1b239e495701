package ai.policytracker.policyservice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.policyservice.process.Append;
import ai.policytracker.policyservice.process.Intake;
import ai.policytracker.policyservice.rebuild.Rebuild;
import ai.policytracker.shell.Shards;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RebuildIT {
  @Inject Append append;
  @Inject Pool pool;
  @Inject Rebuild rebuild;

  private void history(String company, long seed, int events) {
    append
        .run(
            List.of(Shards.of(company)),
            (tx, locked) -> Uni.createFrom().item(Intake.of(Histories.of(company, seed, events))))
        .await()
        .indefinitely();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE claim_state SET entry = (entry::jsonb || '{\"confidence\": 0.51}')::json"
            + " WHERE claim_id = (SELECT min(claim_id) FROM claim_state WHERE company = 'planted')",
        "DELETE FROM claim_state"
            + " WHERE claim_id = (SELECT min(claim_id) FROM claim_state WHERE company = 'planted')",
        "UPDATE claim_state SET subject = 'planted/surveillance/PROVISION/general/-'"
            + " WHERE claim_id = (SELECT min(claim_id) FROM claim_state WHERE company = 'planted')",
        "INSERT INTO company_alias VALUES ('planted', 1, 'elsewhere')"
      })
  void aPlantedDifferenceIsFoundAndMended(String plant) {
    history("planted", 1, 30);
    assertThat(rebuild.run(false, line -> {})).isEmpty();

    pool.query(plant).executeAndAwait();

    assertThat(rebuild.run(true, line -> {})).isNotEmpty();
    assertThat(rebuild.run(false, line -> {})).isEmpty();
    history("planted", 2, 10);
    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void whatReadersWereToldWronglyIsCorrectedKnownFromNow() {
    history("mistold", 3, 10);
    pool.query(
            "DELETE FROM policy_change WHERE company = 'mistold'"
                + " AND version = (SELECT max(version) FROM policy_change WHERE company = 'mistold')")
        .executeAndAwait();
    pool.query("UPDATE company SET version = version - 1 WHERE company = 'mistold'")
        .executeAndAwait();

    assertThat(rebuild.run(true, line -> {})).isNotEmpty();

    assertThat(rebuild.run(false, line -> {})).isEmpty();
    assertThat(
            pool.query(
                    "SELECT payload ->> 'type' FROM policy_change WHERE company = 'mistold'"
                        + " ORDER BY version DESC LIMIT 1")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0))
        .isEqualTo("CORRECTED");
  }

  @Test
  void whatAnEarlierFoldHasLeftIsFoldedAnewAtTheStart() {
    history("upgraded", 4, 20);
    pool.query("DELETE FROM claim_state WHERE company = 'upgraded'").executeAndAwait();
    pool.query("UPDATE fold SET version = 1").executeAndAwait();

    rebuild.upgrade();

    assertThat(rebuild.run(false, line -> {})).isEmpty();
    assertThat(
            pool.query("SELECT version FROM fold")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0))
        .isEqualTo(ai.policytracker.policy.Fold.VERSION);
  }
}
