package ai.policytracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableAcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "*/*",
        "application/json",
        "application/problem+json ; charset=utf-8;q=0.5, text/*;q=0.1",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
      })
  void mediaTypesPass(String accept) {
    assertThat(ReadableAccept.refusal(accept)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"foo", "json", "application/json, foo", "a/b/c", "/", "a/", "a b/c", "(/)"})
  void whatIsNoMediaTypeIsRefusedByTheHeadersName(String accept) {
    assertThat(ReadableAccept.refusal(accept).orElseThrow().getDetail()).startsWith("Accept: ");
  }
}
