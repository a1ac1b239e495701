package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.Service;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KilledServicesIT {
  private static final boolean FULL = Boolean.getBoolean("tracker.full");
  private static final int ARTICLES = FULL ? 1000 : 300;
  private static final int CHUNK = 50;

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyArticleIsFoldedExactlyOnceThoughAServiceIsKilled(Service victim) throws Exception {
    TrackerSystem system = TrackerSystem.shared();
    List<String> articles = Articles.about(victim.module(), ARTICLES);
    Set<String> claims = new HashSet<>();

    for (int from = 0; from < articles.size(); from += CHUNK) {
      List<String> chunk = articles.subList(from, Math.min(from + CHUNK, articles.size()));
      if (isKilledAt(from)) {
        postAndKill(system, victim, chunk, claims);
      } else {
        post(system, chunk, claims);
      }
    }
    ChangeFeed feed = new ChangeFeed(system);
    feed.awaitClaims(claims);

    assertThat(claims).hasSizeGreaterThanOrEqualTo(ARTICLES);
    List<String> told = system.column("SELECT about FROM policy.policy_event");
    assertThat(told).doesNotHaveDuplicates().containsAll(claims);
    assertThat(system.audit()).isEmpty();
    assertThat(system.column("SELECT count(*) FROM ingest.outbox")).containsExactly("0");
    assertThat(feed.changes())
        .extracting(c -> c.get("changeId").textValue())
        .doesNotHaveDuplicates();
  }

  /** Once in the middle, or in the full run in every other chunk: ten times for each service. */
  private static boolean isKilledAt(int from) {
    return FULL ? from / CHUNK % 2 == 1 : from == ARTICLES / 2;
  }

  private static void post(TrackerSystem system, List<String> chunk, Set<String> claims) {
    system.post(
        chunk,
        answer -> {
          assertThat(answer.get("status").intValue()).as("%s", answer).isIn(200, 201);
          answer.get("claims").forEach(c -> claims.add(c.get("claimId").textValue()));
        });
  }

  /** In the middle of the chunk; what was not answered is posted again, as a client would. */
  private static void postAndKill(
      TrackerSystem system, Service victim, List<String> chunk, Set<String> claims) {
    AtomicInteger answers = new AtomicInteger();
    try {
      system.post(
          chunk,
          answer -> {
            if (answers.incrementAndGet() == CHUNK / 3) {
              system.kill(victim);
            }
          });
    } catch (UncheckedIOException e) {
      assertThat(victim).isEqualTo(Service.INGEST);
    }
    assertThat(answers.get()).isGreaterThanOrEqualTo(CHUNK / 3);
    system.restart(victim);
    post(system, chunk, claims);
  }
}
