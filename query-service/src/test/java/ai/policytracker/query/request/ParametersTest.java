package ai.policytracker.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void instantMeansItsDayInUtc() {
    assertThat(Parameters.asOf("2020-06-12")).isEqualTo(LocalDate.of(2020, 6, 12));
    assertThat(Parameters.asOf("2020-06-12T23:30:00Z")).isEqualTo(LocalDate.of(2020, 6, 12));
    assertThat(Parameters.asOf("2020-06-12T23:30:00-02:00")).isEqualTo(LocalDate.of(2020, 6, 13));
  }

  @Test
  void knownTimeIsCutToMicroseconds() {
    assertThat(Parameters.knownAt("2020-06-12T10:00:00.000001999Z"))
        .isEqualTo(Instant.parse("2020-06-12T10:00:00.000001Z"));
  }

  @Test
  void whatIsNotGivenIsNull() {
    assertThat(Parameters.asOf(null)).isNull();
    assertThat(Parameters.knownAt(null)).isNull();
    assertThat(Parameters.technology(null)).isNull();
    assertThat(Parameters.changeType(null)).isNull();
    assertThat(Parameters.company(null)).isNull();
  }

  @Test
  void valuesOfTheVocabularyAreRead() {
    assertThat(Parameters.technology("generative-ai")).isEqualTo(Technology.GENERATIVE_AI);
    assertThat(Parameters.audience("law-enforcement")).isEqualTo(Audience.LAW_ENFORCEMENT);
    assertThat(Parameters.changeType("ADOPTED")).isEqualTo(ChangeType.ADOPTED);
    assertThat(Parameters.limit("500", 500)).isEqualTo(500);
    assertThat(Parameters.after("0")).isZero();
  }

  @Test
  void whatCannotBeReadIsRefusedByName() {
    refused("asOf", Parameters::asOf, "", "junk", "2020-13-01", "2020-06-12T", "12020-01-01");
    refused("asOf", Parameters::asOf, "0000-01-01", "+999999999-12-31T00:00:00Z");
    refused("knownAt", Parameters::knownAt, "", "2020-06-12", "now", "-0001-01-01T00:00:00Z");
    refused("technology", Parameters::technology, "", "foo", "FACIAL_RECOGNITION");
    refused("audience", Parameters::audience, "", "everyone");
    refused("type", Parameters::changeType, "adopted", "\0");
    refused("company", Parameters::company, "", "Acme", "a b", "\0");
    refused("limit", v -> Parameters.limit(v, 500), "0", "501", "-1", "1e2", "", "٣");
    refused("after", Parameters::after, "-1", "x", "99999999999999999999");
  }

  private static void refused(String name, Consumer<String> parameter, String... values) {
    for (String value : List.of(values)) {
      assertThatThrownBy(() -> parameter.accept(value))
          .as("%s=%s", name, value)
          .isInstanceOfSatisfying(
              HttpProblem.class,
              problem -> {
                assertThat(problem.getStatusCode()).isEqualTo(400);
                assertThat(problem.getDetail()).startsWith(name + ": must be");
              });
    }
  }

  @Test
  void cursorLeadsBackToItsPlaceInItsOwnListOnly() {
    String cursor = Cursor.of("changes", "42");

    assertThat(Cursor.last("changes", cursor)).isEqualTo("42");
    assertThat(Cursor.last("changes", null)).isNull();
    assertThatThrownBy(() -> Cursor.last("companies", cursor)).isInstanceOf(HttpProblem.class);
    assertThatThrownBy(() -> Cursor.last("changes", "%")).isInstanceOf(HttpProblem.class);
  }
}
