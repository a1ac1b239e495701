package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which claims are known, and what they say. */
class ClaimsOfBatchesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Batches batches = new Batches();
  private final Tables tables = new Tables();

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
}
