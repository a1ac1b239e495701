package ai.policytracker.policyservice;

import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Real Kafka and PostgreSQL, with a database of this run's own. */
public class StackResource implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "policy_service_it";

  @Override
  public Map<String, String> start() {
    Stack stack = TestStack.shared();
    stack.createDatabase(DATABASE);
    Map<String, String> settings = new HashMap<>(stack.environment(DATABASE));
    settings.putAll(TestTokens.environment());
    return settings;
  }

  @Override
  public void stop() {
    // The stack outlives the application and ends with the JVM.
  }
}
