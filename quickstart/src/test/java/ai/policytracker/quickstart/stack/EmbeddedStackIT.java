package ai.policytracker.quickstart.stack;

class EmbeddedStackIT extends StackContract {
  @Override
  Stack startStack() {
    return TemporaryStack.start();
  }
}
