package ai.policytracker.ingest.publish;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import ai.policytracker.shell.BatchSender;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RelayIT {
  private static final int ROWS = 5_000;
  private static final int RELAYS = 3;

  @Inject Tables tables;
  @Inject Pool pool;
  @Inject Instance<BatchSender> senders;
  private ClaimTopic topic;

  @BeforeEach
  void openTopic() {
    topic = new ClaimTopic();
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void everyRowIsDeliveredOnceAndNoneIsLeft() {
    insert("quiet", ROWS, "policy.claims.v1");

    tables.awaitEmptyOutbox();

    assertDeliveredOnce("quiet");
  }

  @Test
  void relaysOfSeveralInstancesShareTheRows() {
    insert("shared", ROWS, "policy.claims.v1");

    try (ExecutorService threads = Executors.newFixedThreadPool(RELAYS)) {
      List<CompletableFuture<Void>> relays =
          Stream.generate(() -> new Outbox(pool, senders.get()))
              .limit(RELAYS)
              .map(outbox -> CompletableFuture.runAsync(() -> sendAll(outbox), threads))
              .toList();
      relays.forEach(CompletableFuture::join);
    }
    tables.awaitEmptyOutbox();

    assertDeliveredOnce("shared");
  }

  private static void sendAll(Outbox outbox) {
    int sent = outbox.sendBatch(100);
    while (sent > 0) {
      sent = outbox.sendBatch(100);
    }
  }

  @Test
  @Timeout(60)
  void whatCannotBeSentStaysAndTheRelayGoesOnWhenItCan() {
    insert("stopped", 1, "no topic has blanks");
    awaitReadiness(503);
    insert("waiting", 10, "policy.claims.v1");
    assertThat(tables.column("SELECT count(*) FROM outbox WHERE id LIKE 'stopped-%'"))
        .containsExactly("1");

    tables.execute("DELETE FROM outbox WHERE id LIKE 'stopped-%'");

    tables.awaitEmptyOutbox();
    awaitReadiness(200);
    assertThat(topic.all(r -> ClaimTopic.header(r, "ce_id").startsWith("waiting-")))
        .extracting(r -> ClaimTopic.header(r, "ce_id"))
        .contains("waiting-1", "waiting-10");
  }

  private static void awaitReadiness(int status) {
    while (get("/q/health/ready").statusCode() != status) {
      Thread.onSpinWait();
    }
  }

  private void insert(String name, int rows, String topic) {
    tables.execute(
        """
        INSERT INTO outbox (id, topic, key, type, subject, time, payload, created_at)
        SELECT '%1$s-' || n, '%3$s', 'company-' || n %% 50, 'Test', '%1$s', now(), '{}', now()
        FROM generate_series(1, %2$d) n"""
            .formatted(name, rows, topic));
  }

  private void assertDeliveredOnce(String name) {
    assertThat(topic.all(r -> ClaimTopic.header(r, "ce_subject").equals(name)))
        .extracting(r -> ClaimTopic.header(r, "ce_id"))
        .hasSize(ROWS)
        .doesNotHaveDuplicates();
  }
}
