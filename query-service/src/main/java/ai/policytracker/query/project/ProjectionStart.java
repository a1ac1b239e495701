package ai.policytracker.query.project;

import ai.policytracker.shell.Shards;
import ai.policytracker.shell.TopicSetup;
import ai.policytracker.wire.Topics;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes sure, before any record comes in, that topics and stored offsets belong together. */
@ApplicationScoped
public class ProjectionStart {
  /** Before the channels, which start at 1000. */
  private static final int BEFORE_MESSAGING = 1;

  private final TopicSetup topics;
  private final Shards shards;
  private final Pool pool;
  private final ProjectionMetrics metrics;

  ProjectionStart(TopicSetup topics, Shards shards, Pool pool, ProjectionMetrics metrics) {
    this.topics = topics;
    this.shards = shards;
    this.pool = pool;
    this.metrics = metrics;
  }

  void onStart(@Observes @Priority(BEFORE_MESSAGING) StartupEvent started) {
    String topicId = topics.ensure(Topics.CHANGES, TopicSetup.KEPT_FOR_EVER);
    topics.ensure(Topics.HEARTBEATS, TopicSetup.SHORT_LIVED);
    shards.bindTo(Topics.CHANGES, topicId);
    metrics.halted(
        pool.query("SELECT count(*) FROM company WHERE halted_reason IS NOT NULL")
            .execute()
            .map(rows -> rows.iterator().next().getLong(0))
            .await()
            .indefinitely());
  }
}
