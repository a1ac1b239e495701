package ai.policytracker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.stack.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  @TempDir private Path home;
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource
  void everyRoleHasAToken(Role role) throws IOException {
    assertThat(claims(run(role.word())).path("groups")).hasToString("[\"" + role.word() + "\"]");
  }

  @Test
  void theTokenSaysWhoseItIsAndHowLong() throws IOException {
    JsonNode claims = claims(run("analyst", "--subject", "Ann Example", "--hours", "2"));

    assertThat(claims.path("sub").asText()).isEqualTo("Ann Example");
    assertThat(claims.path("iat").asLong()).isCloseTo(Instant.now().getEpochSecond(), within(30L));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(7200);
  }

  @Test
  void withoutOptionsItIsTheUserOfTheMachineForHalfADay() throws IOException {
    JsonNode claims = claims(run("reader"));

    assertThat(claims.path("sub").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(12 * 3600);
  }

  @Test
  void itIsSignedWithTheKeyOfTheFolder() throws GeneralSecurityException {
    String token = run("operator");

    PublicKey key = DataFolder.open(home.resolve(".tracker/data")).keys().open().getPublic();
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key);
    int end = token.lastIndexOf('.');
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))).isTrue();
    assertThat(run("--public-key")).isEqualTo(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  @Test
  void aNewKeyPairIsToldOfBesideTheToken() {
    run("reader");
    assertThat(notes.toString(StandardCharsets.UTF_8)).contains("Made a key pair");
    notes.reset();

    run("reader");

    assertThat(notes.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin",
        "READER",
        "reader analyst",
        "reader --public-key",
        "reader --hours 0",
        "reader --hours 721",
        "reader --hours two",
        "reader --hours",
        "reader --subject",
        "reader --detach"
      })
  void whatIsNotUnderstoodIsExplained(String words) {
    assertThatThrownBy(() -> run(words.isEmpty() ? new String[0] : words.split(" ")))
        .isInstanceOf(CannotStartException.class)
        .message()
        .containsAnyOf("reader, analyst, subscriber, operator", "--hours", "help token");
    assertThat(home.toFile().list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aSubjectThatTheServicesWouldRefuseIsRefusedHere(int length) {
    assertThatThrownBy(() -> run("reader", "--subject", "x".repeat(length)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("1 to 100");
  }

  private String run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Token(TokenOptions.parse(List.of(words), home, home))
        .run(new PrintStream(out, true), new PrintStream(notes, true));
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
