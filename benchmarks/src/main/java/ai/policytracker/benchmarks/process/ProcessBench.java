package ai.policytracker.benchmarks.process;

import ai.policytracker.benchmarks.fold.History;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code ./tracker bench process}: a backlog of claims through the whole policy-service, against
 * the plainest code that takes the same bytes from Kafka, writes them to two tables and publishes
 * them once, on the same Kafka and PostgreSQL, turn by turn. The last line is {@code process
 * key=value ...}.
 */
public final class ProcessBench {
  private static final int COMPANIES = 200;
  private static final int EVENTS_PER_COMPANY = 1_050;
  private static final int CLAIMS = 200_000;
  private static final int ROUNDS = 3;
  private static final long SEED = 1;

  private final PrintStream out;
  private final Stack stack;

  private ProcessBench(PrintStream out, Stack stack) {
    this.out = out;
    this.stack = stack;
  }

  public static void main(String[] arguments) throws Exception {
    try (Stack stack = Stack.start()) {
      new ProcessBench(System.out, stack).run();
    }
  }

  private void run() throws Exception {
    long bytes = publishBacklog();
    out.printf(
        Locale.ROOT,
        "Backlog: %,d events of %d companies that take turns, %d bytes each; policy-service with"
            + " %s; %d rounds of both, in turn%n",
        CLAIMS,
        COMPANIES,
        bytes / CLAIMS,
        PolicyService.HEAP,
        ROUNDS);
    List<Double> references = new ArrayList<>();
    List<Double> services = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> warmRatios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double reference = CLAIMS / new Reference(stack, "reference" + round, CLAIMS).seconds();
      PolicyService.Seconds seconds = new PolicyService(stack, "policy" + round, CLAIMS).seconds();
      double service = CLAIMS / seconds.all();
      double warm = (CLAIMS - CLAIMS / 2) / seconds.secondHalf();
      out.printf(
          Locale.ROOT,
          "round %d: plain code %,.0f events/s, policy-service %,.0f events/s (second half %,.0f),"
              + " ratio %.2f (%.2f)%n",
          round,
          reference,
          service,
          warm,
          service / reference,
          warm / reference);
      references.add(reference);
      services.add(service);
      ratios.add(service / reference);
      warmRatios.add(warm / reference);
    }
    out.printf(
        Locale.ROOT,
        "process eventsPerSecond=%.0f referenceEventsPerSecond=%.0f ratio=%.2f secondHalfRatio=%.2f%n",
        median(services),
        median(references),
        median(ratios),
        median(warmRatios));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private long publishBacklog() throws ExecutionException, InterruptedException {
    Map<String, Object> servers = Map.of("bootstrap.servers", stack.kafkaBootstrapServers());
    try (Admin admin = Admin.create(servers)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.CLAIMS, Topics.SHARDS, (short) 1),
                  new NewTopic(Reference.OUT, Topics.SHARDS, (short) 1)))
          .all()
          .get();
    }
    long bytes = 0;
    int sent = 0;
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer())) {
      for (PolicyEvent event : History.of(SEED, COMPANIES, EVENTS_PER_COMPANY, true)) {
        if (sent < CLAIMS && isFromIngest(event)) {
          byte[] payload = EventCodec.encode(event);
          producer.send(new ProducerRecord<>(Topics.CLAIMS, event.company(), payload));
          bytes += payload.length;
          sent++;
        }
      }
    }
    if (sent != CLAIMS) {
      throw new IllegalStateException("only " + sent + " events were made");
    }
    return bytes;
  }

  private static boolean isFromIngest(PolicyEvent event) {
    return event instanceof ClaimAnnounced || event instanceof ClaimRetracted;
  }
}
