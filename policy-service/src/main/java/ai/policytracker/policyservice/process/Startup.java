package ai.policytracker.policyservice.process;

import ai.policytracker.policyservice.date.Dates;
import ai.policytracker.policyservice.rebuild.Rebuild;
import ai.policytracker.policyservice.relay.ChangeRelay;
import ai.policytracker.policyservice.relay.DeadLetterRelay;
import ai.policytracker.shell.Shards;
import ai.policytracker.shell.TopicSetup;
import ai.policytracker.wire.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Puts the topics and the shards' rows in place before the first record is read; ends the relays.
 */
@ApplicationScoped
class Startup {
  /** Before the messaging connectors, which start at a later priority. */
  private static final int BEFORE_MESSAGING = 1;

  private final TopicSetup topics;
  private final Shards shards;
  private final ChangeRelay changes;
  private final DeadLetterRelay deadLetters;
  private final Rebuild rebuild;
  private final Dates dates;
  private final ProcessSettings settings;

  Startup(
      TopicSetup topics,
      Shards shards,
      ChangeRelay changes,
      DeadLetterRelay deadLetters,
      Rebuild rebuild,
      Dates dates,
      ProcessSettings settings) {
    this.topics = topics;
    this.shards = shards;
    this.changes = changes;
    this.deadLetters = deadLetters;
    this.rebuild = rebuild;
    this.dates = dates;
    this.settings = settings;
  }

  void start(@Observes @Priority(BEFORE_MESSAGING) StartupEvent event) {
    if (!settings.serving()) {
      return;
    }
    shards.bindTo(Topics.CLAIMS, topics.ensure(Topics.CLAIMS, TopicSetup.KEPT_FOR_EVER));
    rebuild.upgrade();
    topics.ensure(Topics.CLAIMS_DEAD_LETTER, TopicSetup.KEPT_FOR_EVER);
    topics.ensure(Topics.HEARTBEATS, TopicSetup.SHORT_LIVED);
    changes.start(topics.ensure(Topics.CHANGES, TopicSetup.KEPT_FOR_EVER));
    deadLetters.start();
    dates.start();
  }

  /** While the database's pool is still open. */
  void stop(@Observes ShutdownEvent event) {
    changes.stop();
    deadLetters.stop();
    dates.stop();
  }
}
