package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Difference;
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
  void mergedClaimKeepsItsContentThatAnotherCompanysStreamToldOf() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);
    tables.take(batches.of(writeSide.append(told.event())));

    tables.take(batches.of(writeSide.merge("acme", "bolt", 1)));

    ClaimVersion held =
        tables.claims.stream().filter(c -> c.knownTo() == null).findFirst().orElseThrow();
    assertThat(held.key().subject().company()).isEqualTo("bolt");
    assertThat(tables.contents.get(held.contentId()).company()).isEqualTo("acme");
    assertThat(tables.mergedAt(START)).isEmpty();
    assertThat(tables.mergedAt(START.plusNanos(1_000))).containsOnly(entry("acme", "bolt"));

    tables.take(batches.of(writeSide.unmerge("acme", 2)));

    assertThat(tables.mergedAt(START.plusNanos(2_000))).isEmpty();
    assertThat(tables.knownAt(START.plusNanos(2_000)))
        .extracting(p -> p.key().subject().company())
        .containsExactly("acme");
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
  void gapInTheVersionsHaltsThatCompanyAlone() {
    List<Change> acme = someChanges("acme");
    List<Change> bolt = someChanges("bolt");
    List<Received> records = new ArrayList<>();
    records.add(batches.of(acme.get(0)));
    records.add(batches.of(acme.get(2)));
    records.add(batches.of(acme.get(1)));
    records.addAll(batches.of(bolt));

    tables.take(records);

    assertThat(tables.companies.get("acme").version()).isEqualTo(1);
    assertThat(tables.companies.get("acme").haltedReason()).isEqualTo("version 3 came after 1");
    assertThat(tables.companies.get("bolt").version()).isEqualTo(bolt.size());
    assertThat(tables.companies.get("bolt").haltedReason()).isNull();
  }

  @Test
  void changeThatComesAgainUnderAnotherVersionHaltsItsCompany() {
    Change change = someChanges("acme").getFirst();

    tables.take(batches.of(List.of(change, atVersion(2, change))));

    assertThat(tables.companies.get("acme").version()).isEqualTo(1);
    assertThat(tables.companies.get("acme").haltedReason()).contains("came before");
  }

  private static Change atVersion(long version, Change change) {
    return new Change(
        change.changeId(),
        change.company(),
        version,
        change.foldVersion(),
        change.type(),
        change.subject(),
        change.causes(),
        change.recordedAt(),
        change.validFrom(),
        change.difference(),
        change.arrived(),
        change.left(),
        change.announced(),
        change.reached(),
        change.mergedInto());
  }

  @Test
  void claimThatLeavesBeforeItCameHaltsNothing() {
    Change told = someChanges("acme").getFirst();
    Change gone =
        new Change(
            "gone",
            "acme",
            1,
            1,
            ChangeType.NOTED,
            told.subject(),
            List.of("event"),
            START,
            null,
            new Difference(List.of(), List.of(), new TreeMap<>()),
            null,
            List.of("never-told"),
            null,
            null,
            null);

    tables.take(batches.of(List.of(gone)));

    assertThat(tables.companies.get("acme").haltedReason()).isNull();
    assertThat(tables.companies.get("acme").version()).isEqualTo(1);
    assertThat(tables.claims).isEmpty();
  }

  @Test
  void changeThatMovesAClaimThatNothingToldOfHaltsItsCompany() {
    WriteSide writeSide = new WriteSide(START);
    Told later = Told.of("acme", "later").on("2020-06-12");
    writeSide.append(later.event());
    Change change =
        writeSide.append(Told.of("acme", "earlier").on("2020-06-10").event()).getFirst();

    tables.take(batches.of(List.of(atVersion(1, change))));

    assertThat(change.difference().announcementOf()).containsKey(later.claimId());
    assertThat(tables.companies.get("acme").haltedReason()).contains("nothing told of");
  }

  @Test
  void unreadableRecordIsParkedAndHaltsItsCompany() {
    Change first = someChanges("acme").getFirst();

    tables.take(
        List.of(
            batches.of(first),
            Received.of(batches.record("acme", new byte[] {1, 2})),
            Received.of(batches.record("no company!", new byte[] {1, 2}))));

    assertThat(tables.parked).hasSize(2);
    assertThat(tables.companies).containsOnlyKeys("acme");
    assertThat(tables.companies.get("acme").version()).isEqualTo(1);
    assertThat(tables.companies.get("acme").haltedReason()).contains("unreadable");
  }

  @Test
  void unreadableRecordThatIsRepeatedIsParkedOnce() {
    Received unreadable = Received.of(batches.record("acme", new byte[] {1, 2}));
    tables.take(List.of(unreadable));

    tables.take(List.of(unreadable));

    assertThat(tables.parked).containsExactly((Received.Unreadable) unreadable);
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

  @Test
  void claimThatMovesToAnotherAnnouncementKeepsWhatItSaid() {
    Told later = Told.of("acme", "later").on("2020-06-12");
    Told earlier = Told.of("acme", "earlier").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);
    tables.take(batches.of(writeSide.append(later.event())));

    tables.take(batches.of(writeSide.append(earlier.event())));

    assertThat(tables.claims)
        .filteredOn(c -> c.knownTo() == null)
        .extracting(c -> c.key().claimId(), ClaimVersion::announcement)
        .containsExactlyInAnyOrder(
            tuple(later.claimId(), earlier.claimId()), tuple(earlier.claimId(), earlier.claimId()));
  }

  @Test
  void renewedClaimStaysInItsAnnouncement() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);

    tables.take(
        batches.of(writeSide.appendAll(List.of(told.event(), told.revision(2).event())).changes()));

    assertThat(tables.claims)
        .extracting(c -> tables.contents.get(c.contentId()).revision(), ClaimVersion::announcement)
        .containsExactly(tuple(1, told.claimId()), tuple(2, told.claimId()));
  }

  @Test
  void retractedClaimIsKnownNoMore() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);

    tables.take(
        batches.of(writeSide.appendAll(List.of(told.event(), told.retraction())).changes()));

    assertThat(tables.claims).noneMatch(c -> c.knownTo() == null);
    assertThat(tables.knownAt(START)).hasSize(1);
    assertThat(tables.knownAt(START.plusSeconds(1))).isEmpty();
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
