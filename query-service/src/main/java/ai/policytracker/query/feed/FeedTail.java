package ai.policytracker.query.feed;

import ai.policytracker.shell.PollingLoop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one place in this process that follows the change log: knows how far it is and which version
 * each company has come to, and lets others wait. Looks when a projection in this process has
 * committed, and at short intervals besides, for those in other processes.
 */
@ApplicationScoped
public class FeedTail {
  /** What has not been looked at for so long is no longer known to be so. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final int AFTER_PROJECTION_IS_READY = 2;

  private static final int FIRST = 1;

  /** A jump that long is not followed company by company. */
  private static final long LONGEST_STEP = 50_000;

  private final FeedLog log;
  private final CompanyVersions versions;
  private final Waits waits = new Waits();
  private final PollingLoop loop;
  private volatile FeedHead head = FeedHead.UNKNOWN;
  private volatile long lookedAt;
  private final AtomicLong shown = new AtomicLong();
  private volatile boolean closed;

  FeedTail(FeedLog log, FeedSettings settings) {
    this.log = log;
    this.versions = new CompanyVersions(settings.companiesInMemory());
    this.loop = new PollingLoop("feed-tail", settings.pollInterval(), this::look);
  }

  void start(@Observes @Priority(AFTER_PROJECTION_IS_READY) StartupEvent started) {
    loop.start();
  }

  /** While the connections are still open, so that streams end and what waits is answered. */
  void release(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent stopping) {
    closed = true;
    waits.releaseAll();
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.close();
  }

  /** After a commit of the projection in this process. */
  public void wake() {
    loop.wake();
  }

  public FeedHead head() {
    return head;
  }

  /** The head, once there has been a look at all, and no less than somebody was shown. */
  public Uni<FeedHead> known() {
    long least = shown.get();
    return head.seq() >= least ? Uni.createFrom().item(head) : reached(least).map(looked -> head);
  }

  /** The process is ending: streams end too. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Somebody was answered from the database with this seq: from now on nobody is answered from
   * memory with less.
   */
  public void shown(long seq) {
    if (seq > shown.get()) {
      shown.accumulateAndGet(seq, Math::max);
      if (seq > head.seq()) {
        loop.wake();
      }
    }
  }

  /** What is known in memory may be answered from: it is recent, and no less than was shown. */
  public boolean isCurrent() {
    FeedHead now = head;
    return now.isComplete()
        && now.seq() >= shown.get()
        && System.nanoTime() - lookedAt < FRESH.toNanos();
  }

  /** Version of a company where it is in memory; see {@link #load}. */
  public Optional<Long> versionOf(String company) {
    return versions.of(company);
  }

  /** Brings a company's version into memory; 0 where nothing is known of it. */
  public Uni<Long> load(String company) {
    return log.versionsOf(List.of(company))
        .map(found -> found.getOrDefault(company, 0L))
        .invoke(version -> versions.reached(company, version));
  }

  /** Ends once the feed holds that seq, or the process ends. */
  public Uni<Void> reached(long seq) {
    return waits.until(null, () -> head.seq() >= seq || closed);
  }

  /** Ends once the company has come to that version, or the process ends. */
  public Uni<Void> reached(String company, long version) {
    return waits.until(
        company, () -> versions.of(company).filter(now -> now >= version).isPresent() || closed);
  }

  private boolean look() {
    long startedAt = System.nanoTime();
    FeedHead seen = log.head().await().indefinitely();
    FeedHead known = head;
    if (!seen.follows(known) || seen.seq() - known.seq() > LONGEST_STEP) {
      versions.forgetAll();
      shown.accumulateAndGet(seen.seq(), Math::min);
    } else if (seen.seq() > known.seq()) {
      log.versionsBetween(known.seq(), seen.seq())
          .await()
          .indefinitely()
          .forEach(versions::reached);
    }
    List<String> missing = waits.companies().filter(c -> versions.of(c).isEmpty()).toList();
    if (!missing.isEmpty()) {
      log.versionsOf(missing).await().indefinitely().forEach(versions::reached);
    }
    head = seen;
    lookedAt = startedAt;
    waits.releaseReached();
    return false;
  }
}
