package ai.policytracker.query;

import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Real Kafka and PostgreSQL for the service under test. */
public class QueryParts implements QuarkusTestResourceLifecycleManager {
  public static final String DATABASE = "query_it";

  /** More than any other test opens. */
  public static final int MOST_STREAMS = 80;

  @Override
  public Map<String, String> start() {
    Stack stack = TestStack.shared();
    stack.createDatabase(DATABASE);
    Map<String, String> config = new HashMap<>(stack.environment(DATABASE));
    config.putAll(TestTokens.environment());
    config.put("quarkus.http.test-port", "0");
    config.put("TRACKER_CORS_ORIGINS", "https://dashboards.example");
    config.put("tracker.stream.heartbeat", "500ms");
    config.put("tracker.stream.most-behind", "2000");
    config.put("tracker.stream.most-open", Integer.toString(MOST_STREAMS));
    // Clients that are cut off often would wait for most of the test.
    config.put("tracker.stream.reconnect-after", "20ms");
    return config;
  }

  /** The stack ends with the JVM: other tests of this run share it. */
  @Override
  public void stop() {}
}
