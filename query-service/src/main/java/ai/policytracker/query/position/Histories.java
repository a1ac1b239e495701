package ai.policytracker.query.position;

import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.shell.PollingLoop;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Histories of the companies most asked for. They hold what was known at final times alone, which
 * never changes, so that none is ever stale: what became known later is the database's to tell.
 */
@ApplicationScoped
class Histories {
  private static final int SHARE_OF_HEAP = 8;

  /** Companies of which it is counted how often they are asked for. */
  private static final int MOST_COUNTED = 20_000;

  /** Announcements whose sources are read in one statement. */
  private static final int TOGETHER = 64;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Pool pool;
  private final FeedTail tail;
  private final KnownSources sources;
  private final HistorySettings settings;
  private final long mostBytes;
  private final KnownSeqs seqs;
  private final Cache<String, KnownHistory> kept;
  private final Cache<String, Asked> asked;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final PollingLoop reading = new PollingLoop("histories", LONGEST_PAUSE, this::readNext);

  /** How often a company was asked of the database since its history was read last. */
  private record Asked(int times, long readAt) {}

  /** An answer. */
  record Known(KnownTime known, FoundParts found) {}

  Histories(
      Pool pool,
      FeedTail tail,
      KnownSources sources,
      HistorySettings settings,
      MeterRegistry metrics) {
    this.pool = pool;
    this.tail = tail;
    this.sources = sources;
    this.settings = settings;
    mostBytes = settings.memoryBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    seqs = new KnownSeqs(pool);
    kept =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((String company, KnownHistory history) -> history.bytes())
            .recordStats()
            .build();
    asked = Caffeine.newBuilder().maximumSize(MOST_COUNTED).build();
    CaffeineCacheMetrics.monitor(metrics, kept, "histories");
  }

  void start(@Observes StartupEvent started) {
    if (mostBytes > 0) {
      reading.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    reading.close();
  }

  /** Empty where the database is to be asked. */
  Optional<Known> at(PointInTime point) {
    KnownHistory history = point.knownAt() == null ? null : of(point.company(), point.knownAt());
    OptionalLong seq =
        history == null || point.knownAt().isBefore(history.from())
            ? OptionalLong.empty()
            : seqs.at(history.epoch(), KnownHistory.micros(point.knownAt()));
    return seq.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Known(new KnownTime(point.knownAt(), seq.getAsLong(), true), history.at(point)));
  }

  /**
   * Null where the database is to be asked.
   *
   * @param knownAt the history reaches it
   */
  KnownHistory of(String company, Instant knownAt) {
    FeedHead head = tail.head();
    KnownHistory history = kept.getIfPresent(company);
    boolean answers =
        history != null
            && !knownAt.isAfter(history.upTo())
            && head.isComplete()
            && head.epoch().equals(history.epoch());
    return answers ? history : null;
  }

  /** The database was asked; where that happens often, the company's history is read. */
  void missed(String company) {
    if (mostBytes == 0) {
      return;
    }
    long now = System.nanoTime();
    Asked counted =
        asked
            .asMap()
            .merge(
                company,
                new Asked(1, now - settings.readAgainAfter().toNanos()),
                (was, one) -> new Asked(was.times() + 1, was.readAt()));
    if (counted.times() >= settings.readAfter()
        && now - counted.readAt() >= settings.readAgainAfter().toNanos()) {
      asked.put(company, new Asked(0, now));
      waiting.add(company);
      reading.wake();
    }
  }

  private boolean readNext() {
    String company = waiting.poll();
    if (company == null || !tail.head().isComplete()) {
      return false;
    }
    HistoryReader.read(pool, company, mostBytes)
        .ifPresent(
            history -> {
              seqs.reach(history.epoch(), history.upTo());
              kept.put(company, history);
              prepareSources(history);
            });
    return true;
  }

  /** Of what is known last; at earlier times most announcements had the same claims. */
  private void prepareSources(KnownHistory history) {
    long known = KnownHistory.micros(history.upTo());
    Set<String> together = new HashSet<>();
    for (String announcement : history.told().announcements()) {
      together.add(history.told().contents(announcement, known));
      if (together.size() == TOGETHER) {
        sources.prepare(together);
        together.clear();
      }
    }
    sources.prepare(together);
  }
}
