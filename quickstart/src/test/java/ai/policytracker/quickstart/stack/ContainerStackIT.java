package ai.policytracker.quickstart.stack;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("engineAnswers")
class ContainerStackIT extends StackContract {
  static boolean engineAnswers() {
    return ContainerEngine.problem().isEmpty();
  }

  @Override
  Stack startStack() {
    return ContainerStack.start();
  }
}
