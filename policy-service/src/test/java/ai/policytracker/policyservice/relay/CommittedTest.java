package ai.policytracker.policyservice.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommittedTest {
  private static final int MOST_BYTES = 40;
  private static final int ROW_BYTES = 10;

  private final Committed committed = new Committed(MOST_BYTES);

  @Test
  void whatFollowsThePublishedPositionIsTakenInOrderThoughCommitsAreToldInAnother() {
    committed.add(List.of(row(1, 4), row(1, 5)));
    committed.add(List.of(row(2, 1), row(1, 3)));

    List<OutboxRow> next = committed.after(1, 2, 10);

    assertThat(next).extracting(OutboxRow::position).containsExactly(3L, 4L, 5L);
  }

  @Test
  void nothingIsTakenWhereTheNextChangeIsNotThere() {
    committed.add(List.of(row(1, 4), row(1, 5)));

    assertThat(committed.after(1, 2, 10)).isEmpty();
    assertThat(committed.after(3, 0, 10)).isEmpty();
  }

  @Test
  void whatLiesBehindAGapIsLeft() {
    committed.add(List.of(row(1, 1), row(1, 2), row(1, 4)));

    assertThat(committed.after(1, 0, 10)).extracting(OutboxRow::position).containsExactly(1L, 2L);
  }

  @Test
  void whatWasTakenIsThereAgainUntilItIsKnownToBePublished() {
    committed.add(List.of(row(1, 1), row(1, 2)));

    assertThat(committed.after(1, 0, 1)).extracting(OutboxRow::position).containsExactly(1L);
    assertThat(committed.after(1, 0, 1)).extracting(OutboxRow::position).containsExactly(1L);
    assertThat(committed.after(1, 1, 1)).extracting(OutboxRow::position).containsExactly(2L);
  }

  @Test
  void whatThereIsNoRoomForIsLeftToTheTable() {
    committed.add(List.of(row(1, 1), row(1, 2), row(1, 3), row(1, 4), row(1, 5)));

    assertThat(committed.after(1, 0, 10)).hasSize(MOST_BYTES / ROW_BYTES);
    assertThat(committed.after(1, 4, 10)).isEmpty();
  }

  @Test
  void whatIsPublishedMakesRoom() {
    committed.add(List.of(row(1, 1), row(1, 2), row(1, 3), row(1, 4)));

    committed.after(1, 3, 10);
    committed.add(List.of(row(1, 5), row(1, 6), row(1, 7)));

    assertThat(committed.after(1, 3, 10))
        .extracting(OutboxRow::position)
        .containsExactly(4L, 5L, 6L, 7L);
  }

  @Test
  void afterAFailureNothingIsRemembered() {
    committed.add(List.of(row(1, 1)));

    committed.clear();

    assertThat(committed.after(1, 0, 10)).isEmpty();
  }

  private static OutboxRow row(int shard, long position) {
    return new OutboxRow(
        shard, position, "c" + position, "acme", Instant.EPOCH, new byte[ROW_BYTES]);
  }
}
