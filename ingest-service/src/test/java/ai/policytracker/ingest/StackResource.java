package ai.policytracker.ingest;

import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Real Kafka and PostgreSQL, with a database of this run's own. */
public class StackResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Stack stack = TestStack.shared();
    String database = "ingest_" + Long.toUnsignedString(System.nanoTime(), 36);
    Map<String, String> settings = new HashMap<>(stack.environment(database));
    settings.putAll(TestTokens.environment());
    stack.createDatabase(database);
    settings.put("quarkus.http.test-port", "0");
    // One failed round is enough to see that the relay reports it.
    settings.put("tracker.relay.stuck-after", "0s");
    return settings;
  }

  @Override
  public void stop() {
    // The stack outlives the application and ends with the JVM.
  }
}
