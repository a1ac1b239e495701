package ai.policytracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.shell.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableAddressesTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/search?q=%25+%C3%A9&limit=1", "/v1/a/b?x", "/?", "*", "/%C0"})
  void whatCanBeDecodedPasses(String address) {
    assertThat(ReadableAddresses.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/changes?limit=1&company=%zz, company",
    "/v1/changes?company=%, company",
    "/v1/changes?company=%u0041&limit=1, company",
    "/v1/changes?%zz=1, query",
    "/v1/changes?company, ",
    "/v1/changes?q={x}, q",
    "/v1/companies/%zz?asOf=%zz, path",
    "/%, path"
  })
  void errorNamesTheParameterThatCannotBeDecoded(String address, String pointer) {
    assertThat(ReadableAddresses.refusal(address).map(ReadableAddressesTest::pointer).orElse(null))
        .isEqualTo(pointer);
  }

  @Test
  void errorSaysWhichCharacterIsToBeEncoded() {
    HttpProblem problem = ReadableAddresses.refusal("/v1/search?q={").orElseThrow();

    assertThat(problem.getStatusCode()).isEqualTo(400);
    assertThat(problem.getDetail()).contains("U+007B");
  }

  @Test
  void longestAddressPassesAndALongerOneIsRefused() {
    String longest = "/" + "a".repeat(ReadableAddresses.LONGEST - 1);

    assertThat(ReadableAddresses.refusal(longest)).isEmpty();
    assertThat(ReadableAddresses.refusal(longest + "a").orElseThrow().getStatusCode())
        .isEqualTo(414);
  }

  private static String pointer(HttpProblem problem) {
    return ((FieldError) ((List<?>) problem.getParameters().get("errors")).getFirst()).pointer();
  }
}
