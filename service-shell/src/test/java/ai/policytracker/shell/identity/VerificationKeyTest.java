package ai.policytracker.shell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {
  private static final String JWK =
      """
      {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

  @Test
  void aKeyIsReadAsBase64AsPemAndAsJwk() throws GeneralSecurityException {
    String base64 =
        Base64.getEncoder()
            .encodeToString(
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded());

    assertThat(VerificationKey.isReadable(base64)).isTrue();
    assertThat(
            VerificationKey.isReadable(
                "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n"))
        .isTrue();
    assertThat(VerificationKey.isReadable(JWK)).isTrue();
    assertThat(VerificationKey.isReadable("{\"keys\":[" + JWK + "]}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"letters", "{}", "{\"keys\":", "/run/keys/public.pem", "AAAA"})
  void whatIsNoKeyStopsTheStartWithTheNameOfTheSetting(String content) {
    JWTAuthContextInfo settings = new JWTAuthContextInfo();
    settings.setPublicKeyContent(content);

    assertThatThrownBy(() -> new VerificationKey().check(null, settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TRACKER_JWT_PUBLIC_KEY");
  }

  @Test
  void anRsaKeyIsNone() throws GeneralSecurityException {
    byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();

    assertThat(VerificationKey.isReadable(Base64.getEncoder().encodeToString(rsa))).isFalse();
  }

  @Test
  void withoutAKeyTheServiceStarts() {
    assertThatCode(() -> new VerificationKey().check(null, new JWTAuthContextInfo()))
        .doesNotThrowAnyException();
  }
}
