package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Kind;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Difference;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What does not fit halts its company, and nobody else. */
class HaltedCompaniesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Batches batches = new Batches();
  private final Tables tables = new Tables();

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
