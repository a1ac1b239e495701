package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Coverage;
import ai.policytracker.policy.Subject;
import ai.policytracker.query.Told;
import ai.policytracker.query.position.PendingView.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PendingTest {
  private static final Question ANY = Question.on(null);

  @Test
  void decidedWithoutAnyDateIsUndated() {
    Told undated = Told.of("acme", "one");

    PendingView pending = pending(undated).view(List.of(), ANY).orElseThrow();

    assertThat(pending.reason()).isEqualTo(Reason.UNDATED);
    assertThat(pending.kind()).isEqualTo(Kind.PAUSE);
    assertThat(pending.subject().audience()).isEqualTo(Audience.LAW_ENFORCEMENT);
    assertThat(pending.target()).isNull();
    assertThat(pending.sources()).extracting(SourceView::articleId).containsExactly("one");
  }

  @Test
  void dateOfWhatIsOnlyDeniedDatesNothing() {
    Told undated = Told.of("acme", "one");
    Told denied = Told.of("acme", "two").as(Modality.DENIED).on("2020-06-10");

    assertThat(reason(undated, denied)).contains(Reason.UNDATED);
  }

  @Test
  void plannedIsPlannedWhateverItsDate() {
    Told planned = Told.of("acme", "one").as(Modality.PLANNED).on("2020-06-10");
    Told denied = Told.of("acme", "two").as(Modality.DENIED).on("2020-06-10");

    assertThat(reason(planned)).contains(Reason.PLANNED);
    assertThat(reason(planned, denied)).contains(Reason.PLANNED);
    assertThat(reason(denied)).contains(Reason.DENIED);
  }

  @Test
  void decidedAndDatedOnNoTimelineWasRejectedUnlessAnotherOneHoldsFromThatDay() {
    Told dated = Told.of("acme", "one").on("2020-06-10");

    assertThat(reason(dated)).contains(Reason.REJECTED);
    assertThat(pending(dated).view(List.of(start("2020-06-10", Kind.BAN)), ANY)).isEmpty();
    assertThat(pending(dated).view(List.of(start("2020-06-11", Kind.BAN)), ANY)).isPresent();
    assertThat(pending(dated).view(List.of(start("2020-06-10", Kind.COMMITMENT)), ANY)).isPresent();
  }

  @Test
  void stanceIsListedWithItsTarget() {
    Told planned =
        Told.of("acme", "one")
            .as(Modality.CONSIDERED)
            .takes(Stance.OPPOSES, new Target("AI Act", TargetType.BILL, "EU", null));

    PendingView pending = pending(planned).view(List.of(), ANY).orElseThrow();

    assertThat(pending.subject()).isNull();
    assertThat(pending.stance()).isEqualTo(Stance.OPPOSES);
    assertThat(pending.target()).isEqualTo(new TargetView("AI Act", TargetType.BILL, "EU", null));
    assertThat(pending(planned).view(List.of(), Question.on(Technology.GENERAL_AI))).isEmpty();
  }

  @Test
  void onlyWhatAnswersTheQuestionIsListed() {
    Pending pending = pending(Told.of("acme", "one").in("US"));

    assertThat(pending.view(List.of(), about("US-CA")).orElseThrow().match())
        .isEqualTo(Coverage.Match.WIDER);
    assertThat(pending.view(List.of(), about("GB"))).isEmpty();
  }

  private static Question about(String place) {
    return new Question(null, new Coverage.Question(null, null, place));
  }

  private static Start start(String day, Kind kind) {
    Subject subject = Subject.of(Told.of("acme", "one").event().claim(), "acme");
    return new Start(
        subject.technology(),
        subject.activity(),
        subject.audience(),
        null,
        kind,
        LocalDate.parse(day));
  }

  private static Optional<Reason> reason(Told... members) {
    return pending(members).view(List.of(), ANY).map(PendingView::reason);
  }

  private static Pending pending(Told... members) {
    return new Pending(
        members[0].claimId(),
        Stream.of(members).map(Told::event).map(PendingTest::member).toList());
  }

  private static Member member(ClaimAnnounced claim) {
    Subject subject = Subject.of(claim.claim(), claim.company());
    return new Member(
        claim.claimId(),
        new SubjectRow(
            subject.technology(), subject.activity(), subject.audience(), subject.target()),
        claim);
  }
}
