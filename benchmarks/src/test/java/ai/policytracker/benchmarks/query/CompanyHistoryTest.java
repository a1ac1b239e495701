package ai.policytracker.benchmarks.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The histories are as the benchmark says that they are. */
class CompanyHistoryTest {
  private static final int VERSIONS = 5_000;

  private final Made made = new Made();

  CompanyHistoryTest() {
    new CompanyHistory("company-7", VERSIONS, new RecordedTimes(7), 7).write(made);
  }

  private record Version(Subject subject, Segment segment, Instant knownFrom, Instant knownTo) {
    boolean holds(LocalDate asOf, Instant knownAt) {
      return !segment.validFrom().isAfter(asOf)
          && (segment.validTo() == null || segment.validTo().isAfter(asOf))
          && isKnownAt(knownAt);
    }

    boolean isKnownAt(Instant knownAt) {
      return !knownFrom.isAfter(knownAt) && (knownTo == null || knownTo.isAfter(knownAt));
    }
  }

  private static final class Made implements CompanyHistory.Rows {
    final List<Version> versions = new ArrayList<>();
    final Map<ClaimAnnounced, String> announcements = new LinkedHashMap<>();
    final List<Change> changes = new ArrayList<>();

    @Override
    public void position(Subject subject, Segment segment, Instant knownFrom, Instant knownTo) {
      versions.add(new Version(subject, segment, knownFrom, knownTo));
    }

    @Override
    public void claim(
        Subject subject, ClaimAnnounced claim, String announcement, Instant knownFrom) {
      announcements.put(claim, announcement);
    }

    @Override
    public void change(Change change) {
      changes.add(change);
    }

    Map<String, Long> claimsByAnnouncement() {
      return announcements.values().stream()
          .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
    }
  }

  @Test
  void eachChangeIsCausedByAClaimAndEachVersionByAChange() {
    assertThat(made.changes)
        .extracting(Change::announced)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(made.announcements).hasSameSizeAs(made.changes);
    assertThat(made.versions)
        .extracting(Version::knownFrom)
        .isSubsetOf(made.changes.stream().map(Change::recordedAt).toList());
    assertThat(made.versions.size()).isBetween(VERSIONS, VERSIONS + 1);
  }

  @Test
  void announcementsAreToldAsOftenAsInTheLabelledArticles() {
    Random random = new Random(1);
    int announcements = 100_000;
    int[] claims = IntStream.range(0, announcements).map(i -> Telling.claims(random)).toArray();

    assertThat(IntStream.of(claims).average()).hasValueCloseTo(421.0 / 205, within(0.03));
    assertThat(IntStream.of(claims).filter(c -> c == 1).count() / (double) announcements)
        .isCloseTo(114.0 / 205, within(0.01));
    assertThat(IntStream.of(claims).max()).hasValue(14);
    assertThat(made.claimsByAnnouncement().values().stream().mapToLong(n -> n).average())
        .hasValueCloseTo(421.0 / 205, within(0.15));
  }

  @Test
  void halfOfTheFurtherClaimsComeWithinTwoDays() {
    Map<String, List<Instant>> told =
        made.changes.stream()
            .collect(
                Collectors.groupingBy(
                    c -> made.announcements.get(c.announced()),
                    Collectors.mapping(Change::recordedAt, Collectors.toList())));
    List<Duration> delays =
        told.values().stream()
            .flatMap(
                times -> times.stream().skip(1).map(t -> Duration.between(times.getFirst(), t)))
            .sorted()
            .toList();

    assertThat(delays.get(delays.size() / 2)).isBetween(Duration.ofHours(24), Duration.ofHours(48));
  }

  @Test
  void atMostOnePositionHoldsOnASubjectAtAnyTimes() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      LocalDate asOf = LocalDate.parse("2018-06-01").plusDays(random.nextInt(3_000));
      Instant knownAt =
          RecordedTimes.at(random.nextLong(RecordedTimes.SPAN.toSeconds()) * 1_000_000);

      Stream<Version> holding = made.versions.stream().filter(v -> v.holds(asOf, knownAt));

      assertThat(holding.map(Version::subject).toList())
          .as("%s %s", asOf, knownAt)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void eachAnnouncementHasOneVersionAtEachTime() {
    Instant end = RecordedTimes.end();

    assertThat(
            made.versions.stream()
                .filter(v -> v.isKnownAt(end))
                .map(v -> v.segment().announcement()))
        .hasSize(made.claimsByAnnouncement().size())
        .doesNotHaveDuplicates();
    assertThat(made.versions)
        .allMatch(v -> v.knownTo() == null || v.knownFrom().isBefore(v.knownTo()));
    assertThat(made.changes).extracting(Change::recordedAt).isSorted().doesNotHaveDuplicates();
    assertThat(made.versions)
        .extracting(v -> v.segment().announcement())
        .allMatch(Objects::nonNull);
  }
}
