package ai.policytracker.quickstart.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The answers that a service's OpenAPI document shows, one file for each operation, so that a test
 * can hold them against real ones. With {@code -Dtracker.write-docs=true} they are written instead.
 */
public final class AnswerExamples {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Set by the service, and another one each time. */
  private static final String RECORDED =
      "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z\"";

  private static final String SHOWN = "\"2026-01-01T00:00:00.000001Z\"";

  /** They depend on when something was recorded. */
  private static final String IDS = "\"(eventId|changeId)\":\"[0-9a-f]{32}\"";

  /** Another extractor reads the same and may be surer of it. */
  private static final String READING = "\"(extractor|confidence)\":(\"[^\"]*\"|[0-9.]+)";

  private final Path folder;

  public AnswerExamples(Path folder) {
    this.folder = folder;
  }

  /** The body of a request to an operation. */
  public String request(String operation) throws IOException {
    return Files.readString(file(operation + ".request"));
  }

  /**
   * Whether the service answers what is shown, but for the times at which it recorded something,
   * the ids that follow from them, and how sure its extractor is.
   */
  public boolean shows(String operation, String answer) throws IOException {
    String now =
        answer
            .replaceAll(RECORDED, SHOWN)
            .replaceAll(IDS, "\"$1\":\"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\"");
    if (Boolean.getBoolean("tracker.write-docs")) {
      Files.writeString(file(operation), JSON.writeValueAsString(JSON.readTree(now)) + "\n");
    }
    String shown = JSON.readTree(file(operation).toFile()).toString();
    return JSON.readTree(without(now)).equals(JSON.readTree(without(shown)));
  }

  private static String without(String answer) {
    return answer.replaceAll(READING, "\"$1\":null");
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
