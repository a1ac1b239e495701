package ai.policytracker.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private final Conditions asked = Conditions.at(new Times(LocalDate.of(2020, 6, 12), null));

  @Test
  void onlyWhatIsAskedForIsInTheStatement() {
    asked.anyOf("a", null).anyOf("b", List.of("x", "y")).and("(c, d) > (?, ?)", "1$", "2\\");

    assertThat(asked.sql().strip().lines().map(String::strip))
        .containsExactly("AND b = ANY($4::text[])", "AND (c, d) > ($5, $6)");
    assertThat(asked.parameter(10)).isEqualTo("$7");
    assertThat(asked.parameters().size()).isEqualTo(7);
    assertThat(asked.parameters().getValue(4)).isEqualTo("1$");
  }
}
