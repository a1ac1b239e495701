package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterEndsTest {
  private static final String EXTENDED =
      "Kroger said on Tuesday that it is extending its pause on facial recognition in its shops until"
          + " further notice.\n\n";

  private static Until untilOf(String text) {
    List<Claim> claims =
        List.copyOf(Read.reading("A pause", text, LocalDate.of(2024, 5, 15)).claims());
    assertThat(claims).hasSize(1);
    return claims.getFirst().until();
  }

  @Test
  void theEndOfTheFirstPauseIsNotThatOfTheOneThatFollowsIt() {
    assertThat(untilOf(EXTENDED + "The first pause was to last six months.").indefinite()).isTrue();
  }

  @Test
  void anEndToldInTheNextSentenceIsThatOfThePause() {
    assertThat(untilOf(EXTENDED + "The pause will last six months.").duration())
        .isEqualTo(Period.ofMonths(6));
  }
}
