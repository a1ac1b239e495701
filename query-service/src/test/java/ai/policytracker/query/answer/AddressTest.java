package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
  private static Address address(String path, String query) {
    return Address.of("localhost", path, query, Format.JSON);
  }

  @Test
  void orderOfParametersMakesNoDifference() {
    assertThat(address("/v1/x", "b=2&a=1").key()).isEqualTo(address("/v1/x", "a=1&b=2").key());
    assertThat(address("/v1/x", null).key()).isEqualTo(address("/v1/x", "").key());
    assertThat(address("/v1/x", "a=1").key()).isNotEqualTo(address("/v1/x", "a=2").key());
    assertThat(address("/v1/x", "a=1").key())
        .isNotEqualTo(Address.of("localhost", "/v1/x", "a=1", Format.CSV).key())
        .isNotEqualTo(Address.of("elsewhere", "/v1/x", "a=1", Format.JSON).key());
  }

  @Test
  void parametersAreFoundByTheirWholeNames() {
    assertThat(address("/v1/x", "knownAt=1").has("knownAt")).isTrue();
    assertThat(address("/v1/x", "unknownAt=1&knownAt=2").has("knownAt")).isTrue();
    assertThat(address("/v1/x", "notknownAt=1").has("knownAt")).isFalse();
    assertThat(address("/v1/x", "x=knownAt").has("knownAt")).isFalse();
  }

  @Test
  void onlyAddressesOfOneCompanyNameIt() {
    assertThat(address("/v1/companies/clearview-ai/positions", "").company())
        .contains("clearview-ai");
    assertThat(address("/v1/companies/ibm", "").company()).contains("ibm");
    assertThat(address("/v1/companies", "").company()).isEmpty();
    assertThat(address("/v1/changes", "company=ibm").company()).isEmpty();
  }
}
