package ai.policytracker.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.project.Projection;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ChangeStreamIT {
  private static final int CHANGES = 600;
  private static final int READERS = 20;
  private static final int DISCONNECTS = 200;

  @Inject ChangesTopic topic;
  @Inject Projection projection;
  @Inject Database database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void everyReaderSeesEverySeqOnceInOrderWhileFourWrite()
      throws ExecutionException, InterruptedException {
    long start = head();
    List<Future<List<Long>>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS);
        ConcurrentWriters writers = writers()) {
      for (int reader = 0; reader < READERS; reader++) {
        Callable<List<Long>> reading =
            reader % 2 == 0
                ? () -> poll(start, start + CHANGES)
                : () -> stream("?after=" + start, start + CHANGES);
        readers.add(threads.submit(reading));
      }
      writers.write("concurrent", CHANGES);
      for (Future<List<Long>> reader : readers) {
        assertThat(reader.get()).isEqualTo(seqs(start));
      }
    }
  }

  private static List<Long> poll(long start, long end) {
    List<Long> seen = new ArrayList<>();
    long after = start;
    while (after < end) {
      JsonNode page = Api.get("/v1/changes?limit=37&after=" + after);
      page.get("items").forEach(item -> seen.add(item.get("seq").asLong()));
      after = seen.isEmpty() ? start : seen.getLast();
    }
    return seen;
  }

  private static List<Long> stream(String query, long end) throws IOException {
    List<Long> seen = new ArrayList<>();
    try (EventStream stream = EventStream.open(query, null)) {
      while (seen.isEmpty() || seen.getLast() < end) {
        seen.add(seqOf(stream.nextChange()));
      }
    }
    return seen;
  }

  private static List<Long> seqs(long start) {
    return LongStream.rangeClosed(start + 1, start + CHANGES).boxed().toList();
  }

  @Test
  void streamIsTakenUpWithoutLossOrRepeatAfterEachDisconnect() throws IOException {
    long start = head();
    Random random = new Random(7);
    List<Long> seen = new ArrayList<>();
    int disconnects = 0;
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        ConcurrentWriters writers = writers()) {
      threads.submit(() -> writers.write("resumed", CHANGES));
      String lastEventId = null;
      while (seen.size() < CHANGES) {
        try (EventStream stream = EventStream.open("?after=" + start, lastEventId)) {
          int most = random.nextInt(5);
          for (int i = 0; i < most && seen.size() < CHANGES; i++) {
            seen.add(seqOf(stream.nextChange()));
          }
          lastEventId = stream.lastEventId();
        }
        disconnects++;
      }
    }

    assertThat(seen).isEqualTo(seqs(start));
    assertThat(disconnects).isGreaterThanOrEqualTo(DISCONNECTS);
  }

  @Test
  void filteredStreamHasItsChangesAloneAndMovesOnWithItsHeartbeats() throws IOException {
    try (EventStream stream = EventStream.open("?company=wanted-0,wanted-2", null);
        ConcurrentWriters writers = writers()) {
      EventStream.Event greeting = stream.next();
      writers.write("wanted", 4);

      List<String> companies = new ArrayList<>();
      companies.add(json(stream.nextChange()).get("company").asText());
      companies.add(json(stream.nextChange()).get("company").asText());
      EventStream.Event heartbeat = stream.next();

      assertThat(greeting.data()).isNull();
      assertThat(companies).containsExactlyInAnyOrder("wanted-0", "wanted-2");
      assertThat(heartbeat.data()).isNull();
      assertThat(heartbeat.id()).isNotEqualTo(greeting.id());
    }
  }

  @Test
  void clientOfAnEpochThatHasEndedIsReset() throws IOException {
    try (EventStream stream = EventStream.open("", "5-00000000")) {
      EventStream.Event reset = stream.next();

      assertThat(reset.name()).isEqualTo("reset");
      assertThat(json(reset).get("reason").asText()).isEqualTo("EPOCH");
      assertThat(json(reset).get("after").asLong()).isZero();
      assertThat(reset.id()).startsWith(json(reset).get("seq").asLong() + "-");
    }
  }

  @Test
  void clientAtAPlaceThatTheFeedNeverCameToIsResetAndGoesOnFromTheNewest() throws IOException {
    try (ConcurrentWriters writers = writers()) {
      writers.write("never-so-far", 1);
      long beyond = head() + 1_000;
      for (EventStream stream :
          List.of(
              EventStream.open("?after=" + beyond, null),
              EventStream.open("", Long.toString(beyond)))) {
        try (stream) {
          EventStream.Event greeting = stream.next();
          EventStream.Event reset = stream.next();

          assertThat(greeting.data()).isNull();
          assertThat(reset.name()).isEqualTo("reset");
          assertThat(json(reset).get("reason").asText()).isEqualTo("AHEAD");
          assertThat(json(reset).get("after").asLong()).isZero();
          assertThat(json(reset).get("seq").asLong()).isEqualTo(head());
        }
      }
    }
  }

  @Test
  void clientThatIsOneChangeAheadOfThisProcessIsNotReset() throws IOException {
    try (ConcurrentWriters writers = writers();
        EventStream stream = EventStream.open("?after=" + (head() + 1), null)) {
      stream.next();
      writers.write("ahead-of-all", 2);

      EventStream.Event first = stream.nextChange();

      assertThat(seqOf(first)).isEqualTo(head());
    }
  }

  @Test
  void clientThatIsTooFarBehindIsResetAndGoesOnFromTheNewest() throws IOException {
    long most = 2000;
    try (ConcurrentWriters writers = writers()) {
      int missing = Math.toIntExact(Math.max(0, most + 10 - head()));
      writers.write("behind", missing);
      Api.waitUntil("enough changes", () -> head() > most);
      try (EventStream stream = EventStream.open("?after=0", null)) {
        EventStream.Event reset = stream.next();
        assertThat(reset.name()).isEqualTo("reset");
        assertThat(json(reset).get("reason").asText()).isEqualTo("BEHIND");
        writers.write("behind-and-on", 1);
        assertThat(json(stream.nextChange()).get("seq").asLong())
            .isGreaterThan(json(reset).get("seq").asLong());
      }
    }
  }

  @Test
  void whatIsNoEventIdIsRefused() {
    assertThatThrownBy(() -> EventStream.open("", "yesterday"))
        .hasMessageContaining("400")
        .hasMessageContaining("Last-Event-ID");
    assertThatThrownBy(() -> EventStream.open("?after=x", null)).hasMessageContaining("400");
    assertThatThrownBy(() -> EventStream.open("?limit=1", null)).hasMessageContaining("400");
  }

  private ConcurrentWriters writers() {
    return ConcurrentWriters.start(topic, projection, database, bootstrapServers);
  }

  private static long head() {
    return Api.get("/v1/changes?limit=1").get("seq").asLong();
  }

  private static long seqOf(EventStream.Event event) {
    return json(event).get("seq").asLong();
  }

  private static JsonNode json(EventStream.Event event) {
    try {
      return Json.MAPPER.readTree(event.data());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
