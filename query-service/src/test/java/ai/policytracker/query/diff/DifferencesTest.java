package ai.policytracker.query.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private record Held(String subject, String status, Integer sources) {}

  private static Held held(String subject, String status, Integer sources) {
    return new Held(subject, status, sources);
  }

  @Test
  void eachIsNewGoneOrDifferentInTheFieldsThatDiffer() {
    List<Held> before = List.of(held("a", "PAUSED", 1), held("b", "PAUSED", 1), held("c", "x", 1));
    List<Held> after =
        List.of(held("d", "PAUSED", 1), held("b", "PAUSED", null), held("c", "x", 1));

    var found = Differences.between(before, after, Held::subject);

    assertThat(found.began()).containsExactly(held("d", "PAUSED", 1));
    assertThat(found.ended()).containsExactly(held("a", "PAUSED", 1));
    assertThat(found.changed())
        .containsExactly(
            new Differences.Changed<>(
                List.of("sources"), held("b", "PAUSED", 1), held("b", "PAUSED", null)));
  }

  @Test
  void sameIsNoDifference() {
    List<Held> held = List.of(held("a", "PAUSED", 1));

    assertThat(Differences.between(held, List.copyOf(held), Held::subject))
        .isEqualTo(new Differences<>(List.of(), List.of(), List.of()));
  }
}
