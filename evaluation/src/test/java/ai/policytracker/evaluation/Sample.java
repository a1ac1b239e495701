package ai.policytracker.evaluation;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small corpora, written for a test. */
final class Sample {
  static final String PAUSE =
      "Amazon announced on Wednesday a one-year moratorium on police use of its facial recognition"
          + " software.";
  static final String SILENCE = "The council of Velden will mend the bridge in spring.";

  private Sample() {}

  /** One article each about a pause that is found, one that nobody speaks of, and silence. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("articles.ndjson"),
        List.of(article("s1", PAUSE), article("s2", SILENCE), article("s3", SILENCE)));
    String unread = label("s2.1", "velorum", SILENCE).toString();
    Files.write(
        folder.resolve("gold.ndjson"),
        List.of(
            "{\"id\":\"s1\",\"claims\":[" + label("s1.1", "amazon", PAUSE) + "]}",
            "{\"id\":\"s2\",\"claims\":[" + unread + "]}",
            "{\"id\":\"s3\",\"claims\":[]}"));
  }

  static String article(String id, String text) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", id)
        .put("publisher", "The Test Post")
        .put("publishedAt", "2020-06-12")
        .put("text", text)
        .toString();
  }

  /** A one-year pause of face recognition for the police, with the whole text as its evidence. */
  static ObjectNode label(String id, String company, String text) {
    ObjectNode label = (ObjectNode) claim("confidence", "0.9");
    label.put("id", id).put("company", company);
    label
        .putArray("evidence")
        .addObject()
        .put("start", 0)
        .put("end", text.length())
        .put("quote", text);
    return label;
  }

  /**
   * Amazon's pause as a label or a reading would have it.
   *
   * @param json other fields, name and JSON in turn
   */
  static JsonNode claim(String... json) {
    try {
      ObjectNode claim =
          (ObjectNode)
              Json.MAPPER.readTree(
                  """
                  {"company": "amazon", "kind": "PAUSE", "technology": "facial-recognition",
                   "activity": "PROVISION", "audience": "law-enforcement", "modality": "DECIDED",
                   "attribution": "COMPANY", "until": {"duration": "P1Y"},
                   "announcedOn": {"date": "2020-06-10", "precision": "DAY"},
                   "evidence": [{"start": 10, "end": 20}]}""");
      for (int i = 0; i < json.length; i += 2) {
        claim.set(json[i], Json.MAPPER.readTree(json[i + 1]));
      }
      return claim;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
