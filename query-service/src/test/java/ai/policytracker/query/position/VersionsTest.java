package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.Versions.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final LocalDate FIRST = LocalDate.parse("2020-06-10");
  private static final LocalDate END = LocalDate.parse("2021-06-10");
  private static final SubjectRow SUBJECT =
      new SubjectRow(Technology.GENERAL_AI, Activity.PROVISION, Audience.GENERAL, null);

  private final Versions versions =
      new Versions(List.of(version(END, 100, 200), version(null, 200, Long.MAX_VALUE)));

  private static Version version(LocalDate validTo, long knownFrom, long knownTo) {
    Segment segment =
        new Segment(
            "a",
            null,
            Lane.POLICY,
            Status.PAUSED,
            Kind.PAUSE,
            null,
            null,
            Attribution.COMPANY,
            FIRST,
            Precision.DAY,
            validTo,
            null,
            Standing.CONFIRMED,
            2,
            0.9,
            List.of());
    return new Version(SUBJECT, segment, knownFrom, knownTo);
  }

  private List<Integer> inForce(long known, LocalDate asOf) {
    List<Integer> found = new ArrayList<>();
    versions.inForce(known, asOf, found::add);
    return found;
  }

  @Test
  void theFirstDayHoldsAndTheLastIsTheOneBeforeTheEnd() {
    assertThat(inForce(150, FIRST.minusDays(1))).isEmpty();
    assertThat(inForce(150, FIRST)).containsExactly(0);
    assertThat(inForce(150, END.minusDays(1))).containsExactly(0);
    assertThat(inForce(150, END)).isEmpty();
    assertThat(inForce(250, LocalDate.parse("9999-12-31"))).containsExactly(1);
  }

  @Test
  void aVersionIsKnownFromItsFirstMicrosecondUntilTheOneThatReplacesIt() {
    assertThat(inForce(99, FIRST)).isEmpty();
    assertThat(inForce(100, FIRST)).containsExactly(0);
    assertThat(inForce(199, FIRST)).containsExactly(0);
    assertThat(inForce(200, FIRST)).containsExactly(1);
  }

  @Test
  void whatIsKnownIsFoundWhateverItsDates() {
    List<Integer> found = new ArrayList<>();

    versions.knownAt(150, found::add);

    assertThat(found).containsExactly(0);
  }
}
