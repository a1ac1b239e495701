package ai.policytracker.benchmarks.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Kind;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Precision;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The histories are made in the mix that the benchmark says it measures. */
class HistoryTest {
  private static final long SEED = 7;
  private static final Offset<Double> ONE_PERCENT = within(1.0);

  private final List<PolicyEvent> events = History.of(SEED, 40, 500, true);

  private Stream<ClaimAnnounced> firstReadings() {
    return events.stream()
        .filter(ClaimAnnounced.class::isInstance)
        .map(ClaimAnnounced.class::cast)
        .filter(claim -> !claim.rereading());
  }

  private double percentOfEvents(Predicate<PolicyEvent> which) {
    return 100.0 * events.stream().filter(which).count() / events.size();
  }

  private double percentOfClaims(Predicate<ClaimAnnounced> which) {
    return 100.0 * firstReadings().filter(which).count() / firstReadings().count();
  }

  private static boolean published(ClaimAnnounced claim) {
    return claim.article().publishedAt() != null;
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(History.of(SEED, 40, 500, true)).isEqualTo(events).hasSize(20_000);
  }

  @Test
  void laterWordsOnClaimsHaveTheirShares() {
    assertThat(percentOfEvents(ClaimRetracted.class::isInstance))
        .isCloseTo(History.RETRACTION_PERCENT, ONE_PERCENT);
    assertThat(percentOfEvents(e -> e instanceof ClaimAnnounced c && c.rereading()))
        .isCloseTo(History.REREADING_PERCENT, ONE_PERCENT);
    assertThat(percentOfEvents(ClaimCorrected.class::isInstance))
        .isCloseTo(History.CORRECTION_PERCENT, ONE_PERCENT);
  }

  @Test
  void claimsAreDatedAsExactlyAsStated() {
    assertThat(percentOfClaims(c -> c.claim().announcedOn().precision() == Precision.DAY))
        .isCloseTo(Articles.DAY_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> c.claim().announcedOn().precision() == Precision.MONTH))
        .isCloseTo(Articles.MONTH_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> c.claim().announcedOn().precision() == Precision.YEAR))
        .isCloseTo(Articles.YEAR_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> undated(c) && published(c)))
        .isCloseTo(Articles.PUBLISHED_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> undated(c) && !published(c))).isCloseTo(3, ONE_PERCENT);
  }

  private static boolean undated(ClaimAnnounced claim) {
    return claim.claim().announcedOn().precision() == Precision.UNKNOWN;
  }

  @Test
  void placesCopiesAndStancesHaveTheirShares() {
    assertThat(percentOfClaims(c -> c.claim().jurisdiction() != null))
        .isCloseTo(Articles.PLACED_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> !c.article().copyKeys().isEmpty()))
        .isCloseTo(Articles.COPIED_PERCENT, ONE_PERCENT);
    assertThat(percentOfClaims(c -> c.claim().kind() == Kind.LOBBYING_STANCE))
        .isCloseTo(History.STANCE_PERCENT, ONE_PERCENT);
  }

  @Test
  void claimsThatAreDealtOutDifferByTheirCompanyAlone() {
    List<PolicyEvent> one = History.ofSubject(SEED, Shape.ONE_ACT, 1_000, 1, 5);
    List<PolicyEvent> many = History.ofSubject(SEED, Shape.ONE_ACT, 1_000, 20, 5);

    assertThat(many).extracting(PolicyEvent::eventId).isEqualTo(ids(one));
    assertThat(one).extracting(PolicyEvent::company).containsOnly("company-0");
    assertThat(many.stream().map(PolicyEvent::company).distinct()).hasSize(20);
  }

  private static List<String> ids(List<PolicyEvent> events) {
    return events.stream().map(PolicyEvent::eventId).toList();
  }
}
