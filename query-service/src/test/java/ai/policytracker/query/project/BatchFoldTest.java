package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.policy.Change;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.project.Effects.ShardProgress;
import ai.policytracker.shell.Shards;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchFoldTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HISTORIES = Integer.getInteger("tracker.histories", 300);

  private final Batches batches = new Batches();
  private final Tables tables = new Tables();

  @Test
  void anySplitIntoBatchesAndAnyPaceOfTheShardsGiveWhatTheFoldKnewAtEachTime() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      WriteSide writeSide = new WriteSide(START).appendAll(RandomHistory.of(random, "random"));
      List<Received> records = new Batches().of(atAnyPace(writeSide.changes(), random));
      Tables split = new Tables();

      for (int from = 0; from < records.size(); ) {
        int to = Math.min(records.size(), from + 1 + random.nextInt(8));
        split.take(records.subList(from, to));
        from = random.nextInt(4) == 0 ? Math.max(0, to - 2) : to;
      }

      assertThat(split.log).as("seed %d", seed).hasSize(records.size());
      assertThat(split.hasEmptyIntervals()).as("seed %d", seed).isFalse();
      for (WriteSide.Known known : writeSide.known()) {
        assertKnown(split, known, "seed %d, at %s".formatted(seed, known.from()));
      }
    }
  }

  /** Each shard's changes stay in their order. */
  private static List<Change> atAnyPace(List<Change> changes, Random random) {
    Map<Integer, Deque<Change>> shards = new TreeMap<>();
    for (Change change : changes) {
      shards.computeIfAbsent(Shards.of(change.company()), s -> new ArrayDeque<>()).add(change);
    }
    List<Change> mixed = new ArrayList<>();
    while (!shards.isEmpty()) {
      List<Integer> left = List.copyOf(shards.keySet());
      Integer shard = left.get(random.nextInt(left.size()));
      mixed.add(shards.get(shard).removeFirst());
      shards.computeIfPresent(shard, (s, rest) -> rest.isEmpty() ? null : rest);
    }
    return mixed;
  }

  private static void assertKnown(Tables tables, WriteSide.Known known, String when) {
    assertThat(tables.knownAt(known.from()))
        .as(when)
        .extracting(p -> new WriteSide.Held(p.key().subject(), p.segment()))
        .containsExactlyInAnyOrderElementsOf(known.segments());
    List<ClaimVersion> claims = tables.claimsKnownAt(known.from());
    assertThat(claims)
        .as(when)
        .extracting(
            c ->
                new WriteSide.HeldClaim(
                    c.key().subject(),
                    c.key().claimId(),
                    c.contentId(),
                    tables.contents.get(c.contentId()).article().articleId(),
                    c.announcement()))
        .containsExactlyInAnyOrderElementsOf(known.claims());
    assertThat(claims)
        .as(when)
        .allSatisfy(
            c ->
                assertThat(tables.contents.get(c.contentId()).claimId())
                    .isEqualTo(c.key().claimId()));
    Map<String, String> merged = new TreeMap<>();
    for (String company : known.aliases().decisions().keySet()) {
      merged.put(company, known.aliases().resolve(company));
    }
    merged.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    assertThat(tables.mergedAt(known.from())).as(when).isEqualTo(merged);
  }

  @Test
  void changesOfOneEventShareATimeAndNoneOfThemIsFinalBeforeAllAreThere() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);
    tables.take(batches.of(writeSide.append(told.event())));
    List<Change> moved = writeSide.append(told.corrected(1, f -> f.put("audience", "general")));
    assertThat(moved)
        .extracting(Change::recordedAt)
        .containsOnly(START.plusNanos(1_000))
        .hasSize(2);

    Effects first = tables.take(batches.of(moved.subList(0, 1)));
    tables.take(batches.of(moved.subList(1, 2)));

    assertThat(first.shards()).extracting(ShardProgress::watermark).containsExactly(START);
    assertThat(tables.claims)
        .filteredOn(c -> c.knownTo() == null)
        .extracting(c -> c.key().subject().audience())
        .containsExactly(Audience.GENERAL);
    assertThat(tables.companies.get("acme").haltedReason()).isNull();
  }

  @Test
  void repeatedRecordsChangeNothing() {
    List<Received> records = batches.of(someChanges("acme"));
    tables.take(records);
    List<PositionVersion> before = List.copyOf(tables.positions);

    tables.take(records);

    assertThat(tables.positions).isEqualTo(before);
    assertThat(tables.feedSeq).isEqualTo(records.size());
  }

  @Test
  void changesThatAreSentAgainAtNewOffsetsChangeNothing() {
    List<Change> changes = someChanges("acme");
    tables.take(batches.of(changes));

    tables.take(batches.of(changes));

    assertThat(tables.feedSeq).isEqualTo(changes.size());
    assertThat(tables.companies.get("acme").haltedReason()).isNull();
    assertThat(tables.nextOffsets.values()).containsExactly(2L * changes.size());
  }

  @Test
  void changeKeepsTheSeqItWasGivenAndNewOnesComeAfterAll() {
    List<Change> changes = someChanges("acme");
    tables.seqs.put(changes.get(0).changeId(), 40L);
    tables.seqs.put(changes.get(1).changeId(), 17L);
    tables.feedSeq = 40;

    tables.take(batches.of(changes));

    assertThat(tables.log)
        .containsEntry(40L, changes.get(0).changeId())
        .containsEntry(17L, changes.get(1).changeId())
        .containsEntry(41L, changes.get(2).changeId());
  }

  @Test
  void seqsAreGaplessOverCompaniesAndBatches() {
    tables.take(batches.of(someChanges("acme")));
    tables.take(batches.of(someChanges("bolt")));

    assertThat(new HashSet<>(tables.log.keySet()))
        .isEqualTo(LongStream.rangeClosed(1, tables.feedSeq).boxed().collect(Collectors.toSet()));
  }

  private static List<Change> someChanges(String company) {
    return new WriteSide(START)
        .appendAll(
            List.of(
                Told.of(company, "one").on("2020-06-10").event(),
                Told.of(company, "two").on("2020-06-11").event(),
                Told.of(company, "three").says(Kind.RESUMPTION).on("2021-02-01").event()))
        .changes();
  }
}
