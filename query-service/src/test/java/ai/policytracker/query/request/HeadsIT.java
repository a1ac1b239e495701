package ai.policytracker.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.QueryParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class HeadsIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0\r\n",
        "HTTP/1.1\r\n",
        "HTTP/1.1\r\nHost: a b\r\n",
        "HTTP/1.1\r\nHost: evil.example\"><x\r\n"
      })
  void hostThatIsNoneIsNamed(String rest) throws IOException {
    String answer = send("GET /v1/topics " + rest + "Connection: close\r\n\r\n");

    assertThat(answer).contains(" 400 ").contains("application/problem+json");
    assertThat(answer).contains("\"pointer\":\"Host\"").doesNotContain("Error id");
  }

  @Test
  void healthIsToldWithoutAHost() throws IOException {
    assertThat(send("GET /q/health/live HTTP/1.0\r\n\r\n")).contains(" 200 ");
  }

  @Test
  void everyAnswerSaysWhenItWasMade() {
    for (String path : new String[] {"/v1/topics", "/v1/nothing", "/v1/export"}) {
      String date = Api.ask(path).header("Date");
      Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      assertThat(told).as(path).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }
  }

  private static String send(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
