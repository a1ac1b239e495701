package ai.policytracker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.quickstart.process.CannotStartException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final Path HOME = Path.of("/home/project");
  private static final Path CALLER = Path.of("/home/elsewhere");

  @Test
  void nothingGivenMeansTheStandardFolderAndPorts() {
    assertThat(parse("up"))
        .isEqualTo(new Options(Path.of("/home/project/.tracker/data"), false, true, 8080));
  }

  @Test
  void everythingGivenIsTaken() {
    assertThat(parse("up", "--detach", "--data", "mine", "--no-samples", "--port-base", "9000"))
        .isEqualTo(new Options(Path.of("/home/elsewhere/mine"), true, false, 9000));
  }

  @Test
  void unknownOptionIsNamed() {
    assertThatThrownBy(() -> parse("up", "--fast"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("--fast")
        .hasMessageContaining("./tracker help up");
  }

  @Test
  void optionOfAnotherCommandIsUnknown() {
    assertThatThrownBy(() -> parse("down", "--detach")).hasMessageContaining("no option");
  }

  @Test
  void optionWithoutItsValueIsNamed() {
    assertThatThrownBy(() -> parse("up", "--data")).hasMessageContaining("--data needs a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65534", "-1", "many", "99999999999"})
  void impossiblePortIsNamed(String port) {
    assertThatThrownBy(() -> parse("up", "--port-base", port))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(port);
  }

  private static Options parse(String command, String... words) {
    return Options.parse(command, List.of(words), HOME, CALLER);
  }
}
