package ai.policytracker.ingest.article;

import static io.restassured.RestAssured.given;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.UnreadableEventException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Articles to post and what comes of them, for tests. */
final class Articles {
  static final String PATH = "/v1/articles";

  /** Says what the extractor surely finds, of two companies. */
  static final String TEXT =
      "Microsoft said it will not offer face recognition software to police forces until"
          + " there is a national law.\n\n"
          + "Amazon announced a one-year moratorium on police use of its facial recognition"
          + " software.";

  private Articles() {}

  static Map<String, String> article(String title) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("publisher", "Example Wire");
    fields.put("title", title);
    fields.put("text", TEXT);
    return fields;
  }

  static Map<String, String> with(Map<String, String> article, String field, String value) {
    Map<String, String> fields = new TreeMap<>(article);
    fields.put(field, value);
    return fields;
  }

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static Response post(Map<String, String> article) {
    return given().contentType("application/json").body(json(article)).post(PATH);
  }

  static List<String> claimIds(Response answer) {
    return answer.jsonPath().getList("claims.claimId", String.class);
  }

  static List<PolicyEvent> events(ClaimTopic topic, int count, Collection<String> claimIds) {
    return topic.await(count, r -> claimIds.contains(ClaimTopic.header(r, "ce_subject"))).stream()
        .map(Articles::decode)
        .toList();
  }

  static PolicyEvent decode(ConsumerRecord<String, byte[]> record) {
    try {
      return EventCodec.decode(record.value());
    } catch (UnreadableEventException e) {
      throw new AssertionError(e);
    }
  }
}
