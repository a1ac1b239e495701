package ai.policytracker.benchmarks.query;

import java.util.HashMap;
import java.util.Map;

/**
 * What is measured, how long.
 *
 * @param versions position versions of all companies
 * @param requestsPerSecond of the open model
 * @param warmUpSeconds before the first measurement: for the compiler, and for what is read into
 *     memory of the companies asked for
 * @param seconds of each measurement at a fixed rate; each round of a throughput takes a fifth
 * @param rounds of each throughput, service and bare route in turn
 * @param heapMegabytes of query-service
 */
record Settings(
    int companies,
    int versions,
    int requestsPerSecond,
    int warmUpSeconds,
    int seconds,
    int rounds,
    int heapMegabytes) {

  /**
   * @throws IllegalArgumentException for an option that there is not
   */
  static Settings of(String... options) {
    Map<String, Integer> values =
        new HashMap<>(
            Map.of(
                "companies", 2_000,
                "versions", 1_000_000,
                "rate", 500,
                "warmup", 120,
                "seconds", 30,
                "rounds", 3,
                "heap", 3_072));
    for (String option : options) {
      String[] parts = option.replaceFirst("^--", "").split("=", 2);
      if (parts.length != 2
          || !parts[1].matches("[1-9]\\d{0,8}")
          || values.replace(parts[0], Integer.valueOf(parts[1])) == null) {
        throw new IllegalArgumentException(
            option
                + ": the options are --companies=, --versions=, --rate=, --warmup=, --seconds=,"
                + " --rounds=, --heap=, each with a number");
      }
    }
    return new Settings(
        values.get("companies"),
        values.get("versions"),
        values.get("rate"),
        values.get("warmup"),
        values.get("seconds"),
        values.get("rounds"),
        values.get("heap"));
  }
}
