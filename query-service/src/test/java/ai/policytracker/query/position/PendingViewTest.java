package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.query.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingViewTest {
  private static final Told UNDATED = Told.of("acme", "one");

  @Test
  void decidedWithoutAnyDateIsUndated() {
    var pending = PendingView.of(UNDATED.claimId(), List.of(UNDATED.event())).orElseThrow();

    assertThat(pending.reason()).isEqualTo(PendingView.Reason.UNDATED);
    assertThat(pending.kind()).isEqualTo(Kind.PAUSE);
    assertThat(pending.sources()).extracting(SourceView::articleId).containsExactly("one");
  }

  @Test
  void plannedIsPlannedWhateverItsDate() {
    Told planned = UNDATED.as(Modality.PLANNED).on("2020-06-10");
    Told denied = Told.of("acme", "two").as(Modality.DENIED).on("2020-06-10");

    assertThat(reason(planned)).isEqualTo(PendingView.Reason.PLANNED);
    assertThat(reason(planned, denied)).isEqualTo(PendingView.Reason.PLANNED);
    assertThat(reason(denied)).isEqualTo(PendingView.Reason.DENIED);
  }

  @Test
  void decidedAndDatedIsNotPending() {
    Told dated = UNDATED.on("2020-06-10");

    assertThat(PendingView.of(dated.claimId(), List.of(dated.event()))).isEmpty();
  }

  private static PendingView.Reason reason(Told... members) {
    var events = List.of(members).stream().map(Told::event).toList();
    return PendingView.of(members[0].claimId(), events).orElseThrow().reason();
  }
}
