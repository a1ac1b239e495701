package ai.policytracker.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Instant KNOWN_AT = Instant.parse("2026-05-06T23:30:00.000001Z");

  @Test
  void nextPageIsOfTheTimesOfTheFirstOne() {
    Page first = Page.of(Times.of("2020-06-12", null), "10", null, 2, "list", "a");

    String cursor = first.next(new KnownTime(KNOWN_AT, 1, false), List.of("x", "ü/\"'"));
    Page next = Page.of(Times.of(null, null), "20", cursor, 2, "list", "a");

    assertThat(first.isFirst()).isTrue();
    assertThat(next.after()).containsExactly("x", "ü/\"'");
    assertThat(next.times()).isEqualTo(new Times(LocalDate.parse("2020-06-12"), KNOWN_AT));
    assertThat(next.limit()).isEqualTo(20);
  }

  @Test
  void cursorOfAnotherQuestionIsRefused() {
    String cursor =
        Page.of(Times.of(null, null), "10", null, 1, "list", "a", null)
            .next(new KnownTime(KNOWN_AT, 1, false), List.of("x"));

    for (String[] asked :
        List.of(
            new String[] {"list", "b", null},
            new String[] {"list", null, "a"},
            new String[] {"other", "a", null})) {
      assertThatThrownBy(() -> Page.of(Times.of(null, null), "10", cursor, 1, asked))
          .as(Arrays.toString(asked))
          .isInstanceOf(HttpProblem.class);
    }
    assertThatThrownBy(() -> Page.of(Times.of(null, null), "10", cursor, 2, "list", "a", null))
        .isInstanceOf(HttpProblem.class);
  }

  @Test
  void cursorThatSomebodyMadeUpIsRefused() {
    String question = Page.of(Times.of(null, null), "10", null, 1, "list").question();
    for (String place :
        List.of(
            "",
            "[]",
            "{}",
            "7",
            "null",
            "[null,null,null]",
            "[\"2020-01-01\",\"2020-01-01T00:00:00Z\",\"a\\u0000\"]",
            "[\"+9999999-01-01\",\"2020-01-01T00:00:00Z\",\"a\"]",
            "[\"2020-01-01\",\"yesterday\",\"a\"]",
            "[\"2020-01-01\",\"2020-01-01T00:00:00Z\",[\"a\"]]")) {
      String cursor = Cursor.of(question, place);
      assertThatThrownBy(() -> Page.of(Times.of(null, null), "10", cursor, 1, "list"))
          .as(place)
          .isInstanceOf(HttpProblem.class);
    }
  }

  @Test
  void dateIsTheDayOfTheKnownTimeInUtcUnlessItIsGiven() {
    assertThat(Times.of(null, "2026-05-07T01:30:00+02:00").asOf()).isEqualTo("2026-05-06");
    assertThat(Times.of("2020-06-12T23:30:00-02:00", "2026-05-07T01:30:00Z").asOf())
        .isEqualTo("2020-06-13");
    assertThat(Times.of(null, "2026-05-07T01:30:00+02:00").isFixed()).isTrue();
    assertThat(Times.of("2020-06-12", null).isFixed()).isFalse();
  }
}
