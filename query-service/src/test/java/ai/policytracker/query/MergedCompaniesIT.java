package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.policy.Change;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Companies that turned out to be one. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class MergedCompaniesIT {
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  @Inject ChangesTopic topic;

  private final WriteSide writeSide = new WriteSide(START);

  private void project(List<Change> changes) {
    topic.sendChanges(changes);
    changes.forEach(change -> Api.waitForChanges(change.company(), change.version()));
  }

  private void project(Told... told) {
    for (Told each : told) {
      project(writeSide.append(each.event()));
    }
  }

  @Test
  void mergedCompanyLeadsToTheOneThatCountsFromThenOnAndIsItselfBefore() {
    Told old = Told.of("former", "former-1").on("2020-06-10");
    project(old, Told.of("present", "present-1").to(Audience.GENERAL).on("2020-06-10"));
    Instant before = writeSide.changes().getLast().recordedAt();
    project(writeSide.merge("former", "present", 1));
    Instant merged = writeSide.changes().getLast().recordedAt();

    Response now = Api.ask("/v1/companies/former/positions?asOf=2020-06-12&technology=general-ai");

    assertThat(now.statusCode()).isEqualTo(308);
    assertThat(now.header("Location"))
        .isEqualTo("/v1/companies/present/positions?asOf=2020-06-12&technology=general-ai");
    assertThat(now.header("Cache-Control")).isEqualTo("no-store");
    assertThat(Api.ask("/v1/companies/former/positions.csv?asOf=2020-06-12").header("Location"))
        .isEqualTo("/v1/companies/present/positions.csv?asOf=2020-06-12");
    assertThat(Api.ask("/v1/companies/former").header("Location"))
        .isEqualTo("/v1/companies/present");
    assertThat(Api.ask("/v1/companies/former/timeline?knownAt=" + merged).header("Location"))
        .isEqualTo("/v1/companies/present/timeline?knownAt=" + merged);
    JsonNode positions =
        Api.get("/v1/companies/present/positions?asOf=2020-06-12").get("positions");
    assertThat(positions.findValuesAsText("audience"))
        .containsExactly("general", "law-enforcement");
    assertThat(positions.get(1).get("sources").get(0).get("articleId").asText())
        .isEqualTo("former-1");
    assertThat(Api.get("/v1/announcements/" + old.claimId()).get("company").asText())
        .isEqualTo("present");
    String then = "?asOf=2020-06-12&knownAt=" + before;
    assertThat(Api.get("/v1/companies/former/positions" + then).get("positions")).hasSize(1);
    assertThat(Api.get("/v1/companies/present/positions" + then).get("positions")).hasSize(1);
    assertThat(listed("former")).isEmpty();
    assertThat(Api.get("/v1/companies/present").get("mergedFrom").toString())
        .isEqualTo("[\"former\"]");

    project(writeSide.unmerge("former", 2));

    assertThat(Api.get("/v1/companies/former/positions?asOf=2020-06-12").get("positions"))
        .hasSize(1);
    assertThat(Api.get("/v1/companies/present/positions?asOf=2020-06-12").get("positions"))
        .hasSize(1);
    assertThat(Api.ask("/v1/companies/former/timeline?knownAt=" + merged).statusCode())
        .isEqualTo(308);
    assertThat(listed("former")).hasSize(1);
  }

  private static List<JsonNode> listed(String company) {
    List<JsonNode> found = new ArrayList<>();
    Api.get("/v1/companies?limit=500")
        .get("items")
        .forEach(
            item -> {
              if (item.get("company").asText().equals(company)) {
                found.add(item);
              }
            });
    return found;
  }

  @Test
  void contentThatHasNotComeYetLeavesTheAnswerWithoutItsSourceAndUnfinished() {
    List<Change> content =
        writeSide.append(Told.of("lagging", "lagging-1").on("2020-06-10").event());
    List<Change> merge = writeSide.merge("lagging", "leading", 1);
    String asked = "/v1/companies/leading/positions?asOf=2020-06-12";

    // Shards are projected side by side: that of the company that was merged comes later.
    project(merge.stream().filter(change -> change.company().equals("leading")).toList());
    JsonNode without = Api.get(asked);
    project(content);
    project(merge.stream().filter(change -> change.company().equals("lagging")).toList());
    JsonNode with = Api.get(asked);

    assertThat(without.get("positions").get(0).get("sources")).isEmpty();
    assertThat(without.get("final").asBoolean()).isFalse();
    assertThat(with.get("positions").get(0).get("sources")).hasSize(1);
  }
}
