package ai.policytracker.shell.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {

  @ParameterizedTest
  @CsvSource({
    "GET,  /v1/companies,                     getCompanies",
    "GET,  /v1/companies/{company},           getCompaniesByCompany",
    "GET,  /v1/companies/{company}/positions, getCompaniesByCompanyPositions",
    "GET,  /v1/changes.atom,                  getChangesAtom",
    "POST, /v1/subscriptions/{id}/ping,       postSubscriptionsByIdPing"
  })
  void anOperationIsNamedAfterItsMethodAndPath(HttpMethod method, String path, String id) {
    assertThat(Operations.id(method, path)).isEqualTo(id);
  }
}
