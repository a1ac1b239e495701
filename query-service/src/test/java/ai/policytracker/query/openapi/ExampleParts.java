package ai.policytracker.query.openapi;

import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Kafka and PostgreSQL that no other test has written to, so that seqs are the same each time. */
public class ExampleParts implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "query_examples";

  private Stack stack;

  @Override
  public Map<String, String> start() {
    stack = TestStack.start();
    stack.createDatabase(DATABASE);
    return stack.environment(DATABASE);
  }

  @Override
  public void stop() {
    stack.close();
  }

  /** After the parts of all other tests, which it takes the place of. */
  @Override
  public int order() {
    return 1;
  }
}
