package ai.policytracker.query.atom;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class AtomIT {
  @Inject ChangesTopic topic;

  @Test
  void archivesLeadFromTheNewestChangesToTheFirst() {
    for (int i = 0; i < 3 * AtomResource.STRETCH; i += 20) {
      tell("archived-" + i, 20);
    }
    for (String filter :
        List.of("minConfidence=0", "company=archived-0,archived-200,archived-580")) {
      List<String> changes = changeIds("/v1/changes?limit=1000&" + filter);
      List<String> ids = new ArrayList<>();
      Document feed = feed("/v1/changes.atom?minSeq=0&" + filter);
      ids.addAll(entryIds(feed));
      for (String previous = Xml.link(feed, "prev-archive");
          previous != null;
          previous = Xml.link(feed, "prev-archive")) {
        feed = feed(previous);
        assertThat(feed.getElementsByTagNameNS("*", "archive").getLength()).isEqualTo(1);
        ids.addAll(entryIds(feed));
      }

      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids.reversed()).isEqualTo(changes);
    }
  }

  private void tell(String company, int times) {
    WriteSide writeSide = new WriteSide(Instant.parse("2026-01-01T00:00:00Z"));
    for (int i = 0; i < times; i++) {
      writeSide.append(Told.of(company, company + "-" + i).on("2020-06-10").event());
    }
    topic.sendChanges(writeSide.changes());
    Api.waitForVersion(company, times);
  }

  private static Document feed(String path) {
    Response response = Api.ask(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/atom+xml");
    assertThat(Grammar.problemsOf(response.asString())).as(path).isEmpty();
    return Xml.parse(response.asString());
  }

  private static List<String> entryIds(Document feed) {
    List<String> ids = Xml.texts(feed, "id");
    return ids.subList(1, ids.size());
  }

  private static List<String> changeIds(String path) {
    List<String> ids = new ArrayList<>();
    JsonNode page = Api.get(path);
    while (true) {
      page.get("items")
          .forEach(
              c -> ids.add("tag:policy-tracker.invalid,2026:change/" + c.get("changeId").asText()));
      if (page.get("next").isNull()) {
        return ids;
      }
      page = Api.get(path + "&cursor=" + page.get("next").asText());
    }
  }

  @Test
  void archiveThatIsNotFullYetIsNotThere() {
    assertThat(Api.ask("/v1/changes.atom?archive=999999").statusCode()).isEqualTo(404);
    assertThat(Api.ask("/v1/changes.atom?archive=x").statusCode()).isEqualTo(400);
    assertThat(Api.ask("/v1/changes.atom?type=NOPE").statusCode()).isEqualTo(400);
  }
}
