package ai.policytracker.policyservice.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.policyservice.StackResource;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(WithoutAKeyIT.NoKey.class)
class WithoutAKeyIT {
  public static class NoKey implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mp.jwt.verify.publickey", "NONE");
    }
  }

  @Test
  void theServiceRunsAndRefusesEveryToken() {
    String token = TestTokens.of(Role.ANALYST, "ann");

    IdentityIT.assertProblem(
        given().auth().oauth2(token).get("/test/who-am-i"), 401, "unauthenticated");
    assertThat(given().get("/test/who-am-i/open").statusCode()).isEqualTo(200);
  }
}
