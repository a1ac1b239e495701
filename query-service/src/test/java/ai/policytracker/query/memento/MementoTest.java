package ai.policytracker.query.memento;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class MementoTest {
  @Test
  void originalIsTheAddressWithoutItsKnownTimeHoweverItIsSpelt() {
    String path = "http://localhost:8080/v1/companies/acme/positions";
    for (String query :
        List.of(
            "",
            "?asOf=2020-06-12",
            "?knownAt=2026-01-01T00:00:00.000001Z",
            "?asOf=2020-06-12&knownAt=2026-01-01T00:00:00Z&technology=general-ai",
            "?knownAt=2026-01-01T00%3A00%3A00Z&asOf=2020-06-12",
            "?knownAt=&asOf=2020-06-12",
            "?knownAt",
            "?toKnownAt=2026-01-01T00:00:00Z&knownAt=2026-01-01T00:00:00Z",
            "?q=a+b&knownAt=2026-01-01T00:00:00Z")) {
      URI asked = URI.create(path + query);

      assertThat(Memento.original(asked))
          .as(query)
          .isEqualTo(
              UriBuilder.fromUri(asked)
                  .replaceQueryParam("knownAt", (Object[]) null)
                  .build()
                  .toString());
    }
  }

  @Test
  void onlyWhatIsOfOneCompanyHasATimeMap() {
    assertThat(Memento.timeMap(URI.create("http://localhost:8080/v1/companies/acme?knownAt=x")))
        .isEqualTo("http://localhost:8080/v1/companies/acme/timemap");
    assertThat(Memento.timeMap(URI.create("http://h/v1/companies/a%20b/timeline?asOf=2020-06-12")))
        .isEqualTo("http://h/v1/companies/a%20b/timemap?of=timeline");
    assertThat(Memento.timeMap(URI.create("http://h/v1/companies/acme/coverage"))).isNull();
    assertThat(Memento.timeMap(URI.create("http://h/v1/positions"))).isNull();
  }
}
