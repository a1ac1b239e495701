package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed of changes, page by page. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class FeedIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.000007Z");

  @Inject ChangesTopic topic;

  @Test
  void feedGivesEverySeqOnceInOrder() {
    WriteSide writeSide = new WriteSide(START);
    for (int i = 0; i < 7; i++) {
      topic.sendChanges(
          writeSide.append(Told.of("fed", "fed-" + i).on("2020-0%d-01".formatted(i + 1)).event()));
    }
    Api.waitForVersion("fed", 7);

    List<Long> seqs = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    String from = "after=0";
    while (from != null) {
      JsonNode page = Api.get("/v1/changes?limit=3&" + from);
      page.get("items").forEach(item -> seqs.add(item.get("seq").asLong()));
      from = page.get("next").isNull() ? null : "cursor=" + page.get("next").asText();
    }
    Api.get("/v1/changes?company=fed")
        .get("items")
        .forEach(item -> versions.add(item.get("version").asLong()));

    assertThat(seqs).isSorted().doesNotHaveDuplicates().startsWith(1L);
    assertThat(seqs.getLast()).isEqualTo(seqs.size());
    assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(Api.get("/v1/changes?after=" + seqs.getLast()).get("items")).isEmpty();
  }

  @Test
  void feedIsFilteredByTypeAndTechnology() {
    topic.project(
        START,
        Told.of("sorted-out", "sorted-1").on("2020-06-10"),
        Told.of("sorted-out", "sorted-2").on("2020-06-10"));
    String asked = "/v1/changes?company=sorted-out";

    JsonNode corroborated = Api.get(asked + "&type=CORROBORATED").get("items");

    assertThat(corroborated).hasSize(1);
    assertThat(corroborated.get(0).get("before")).hasSize(1);
    assertThat(corroborated.get(0).get("after").get(0).get("sourceCount").asInt()).isEqualTo(2);
    assertThat(corroborated.get(0).get("announced").get("claim").get("company").asText())
        .isEqualTo("sorted-out");
    assertThat(Api.get(asked + "&technology=generative-ai").get("items")).isEmpty();
  }
}
