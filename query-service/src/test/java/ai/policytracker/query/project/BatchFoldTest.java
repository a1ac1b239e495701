package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ai.policytracker.event.Kind;
import ai.policytracker.policy.Change;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchFoldTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HISTORIES = Integer.getInteger("tracker.histories", 300);

  private final Batches batches = new Batches();
  private final Tables tables = new Tables();

  @Test
  void anySplitIntoBatchesGivesWhatTheFoldKnewAtEachTime() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      WriteSide writeSide = new WriteSide(START);
      List<Received> records =
          new Batches().of(writeSide.appendAll(RandomHistory.of(random, "acme")));
      Tables split = new Tables();

      for (int from = 0; from < records.size(); ) {
        int to = Math.min(records.size(), from + 1 + random.nextInt(8));
        split.take(records.subList(from, to));
        from = random.nextInt(4) == 0 ? Math.max(0, to - 2) : to;
      }

      for (Change change : writeSide.changes()) {
        assertThat(split.knownAt(change.recordedAt()))
            .as("seed %d, after version %d", seed, change.version())
            .extracting(p -> new WriteSide.Held(p.key().subject(), p.segment()))
            .containsExactlyInAnyOrderElementsOf(writeSide.knownAt(change.recordedAt()));
      }
      assertThat(split.log).as("seed %d", seed).hasSize(records.size());
      assertThat(split.claims)
          .as("seed %d, claims in the announcements of their positions", seed)
          .allSatisfy(c -> assertThat(c.announcement()).isNotEqualTo(""));
    }
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
    WriteSide forgetful = new WriteSide(START);
    Told told = Told.of("acme", "one").on("2020-06-10");

    tables.take(batches.of(forgetful.appendAll(List.of(told.event(), told.event()))));

    assertThat(tables.companies.get("acme").version()).isEqualTo(1);
    assertThat(tables.companies.get("acme").haltedReason()).contains("came before");
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
    tables.take(batches.of(writeSide.appendAll(List.of(later.event()))));

    tables.take(List.of(batches.of(writeSide.append(earlier.event()))));

    assertThat(tables.claims)
        .filteredOn(c -> c.knownTo() == null)
        .extracting(c -> c.claim().claimId(), ClaimVersion::announcement)
        .containsExactlyInAnyOrder(
            tuple(later.claimId(), earlier.claimId()), tuple(earlier.claimId(), earlier.claimId()));
  }

  @Test
  void renewedClaimStaysInItsAnnouncement() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);

    tables.take(
        batches.of(
            writeSide.appendAll(List.of(told.event(), told.says(Kind.PAUSE).revision(2).event()))));

    assertThat(tables.claims)
        .extracting(c -> c.claim().revision(), ClaimVersion::announcement)
        .containsExactly(tuple(1, told.claimId()), tuple(2, told.claimId()));
  }

  @Test
  void retractedClaimIsKnownNoMore() {
    Told told = Told.of("acme", "one").on("2020-06-10");
    WriteSide writeSide = new WriteSide(START);

    tables.take(batches.of(writeSide.appendAll(List.of(told.event(), told.retraction()))));

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
                Told.of(company, "three").says(Kind.RESUMPTION).on("2021-02-01").event()));
  }
}
