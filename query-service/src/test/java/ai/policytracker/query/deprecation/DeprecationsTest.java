package ai.policytracker.query.deprecation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeprecationsTest {
  private record Route(LocalDate since, Optional<LocalDate> sunset, Optional<String> instead)
      implements DeprecationSettings.Route {}

  @Test
  void headersTellSinceWhenUntilWhenAndWhatNext() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Link", "<a>; rel=\"next\"");

    Deprecations.tell(
        new Route(
            LocalDate.of(2027, 1, 1), Optional.of(LocalDate.of(2027, 7, 4)), Optional.of("/v2/x")),
        headers);

    assertThat(headers.get("Deprecation")).isEqualTo("@1798761600");
    assertThat(headers.get("Sunset")).isEqualTo("Sun, 04 Jul 2027 00:00:00 GMT");
    assertThat(headers.getAll("Link"))
        .containsExactly("<a>; rel=\"next\"", "</v2/x>; rel=\"successor-version\"");
  }
}
