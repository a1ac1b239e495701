package ai.policytracker.quickstart;

import java.util.List;

/** The three services, in the order of their ports. */
public enum Service {
  QUERY("query-service", 96),
  /** Holds the language models and the articles in work. */
  INGEST("ingest-service", 160),
  POLICY("policy-service", 96);

  private final String module;
  private final int heapMegabytes;

  Service(String module, int heapMegabytes) {
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  public String module() {
    return module;
  }

  /** Port of this service where the first one has {@code portBase}. */
  public int port(int portBase) {
    return portBase + ordinal();
  }

  List<String> memoryOptions() {
    return List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=160m");
  }
}
