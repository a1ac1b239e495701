package ai.policytracker.quickstart.stack;

import java.nio.file.Path;

/** The server.properties of a broker that is alone and its own controller. */
final class KafkaConfiguration {
  private KafkaConfiguration() {}

  static String singleNode(int port, int controllerPort, Path storage) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s

    # There is one broker, so one copy of everything.
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1

    # The topics are the record of what was said: nothing expires.
    log.retention.ms=-1
    # A topic with a mistyped name is an error, not a new topic.
    auto.create.topics.enable=false

    # With the defaults a broker that was killed takes 14 s to come back, with these 4 s.
    broker.session.timeout.ms=1500
    broker.heartbeat.interval.ms=300
    # Nobody else will join: consumers need not wait for others.
    group.initial.rebalance.delay.ms=0

    # Small: the defaults (50 partitions each, 128 MB for the cleaner) are for big clusters.
    offsets.topic.num.partitions=4
    transaction.state.log.num.partitions=4
    log.cleaner.dedupe.buffer.size=8388608
    num.network.threads=2
    num.io.threads=4
    """
        .formatted(port, controllerPort, storage.toString().replace("\\", "\\\\"));
  }
}
