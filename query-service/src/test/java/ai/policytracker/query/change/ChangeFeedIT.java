package ai.policytracker.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ChangeFeedIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int FILTERS = 300;
  private static final int WHOLE = 1_000_000;

  @Inject ChangesTopic topic;
  @Inject Database database;
  @Inject ChangeLog log;

  @Test
  void pagesMatchTheSameChangesAsStreamsDo() {
    List<String> companies = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      companies.addAll(history(seed));
    }
    List<LoggedChange> all = read(ChangeFilter.ANY).items();
    int matched = 0;
    for (int seed = 0; seed < FILTERS; seed++) {
      ChangeFilter filter = filter(new Random(seed), companies);

      List<Long> inSql = seqs(read(filter).items());

      assertThat(inSql)
          .as("seed %d: %s", seed, filter.query())
          .isEqualTo(
              seqs(all.stream().filter(l -> filter.matches(ChangeTags.of(l.change()))).toList()));
      matched += inSql.isEmpty() ? 0 : 1;
    }
    assertThat(matched).as("filters that match something").isGreaterThan(FILTERS / 4);
  }

  private List<String> history(int seed) {
    WriteSide writeSide =
        new WriteSide(START).appendAll(RandomHistory.of(new Random(seed), "fed-" + seed));
    topic.sendChanges(writeSide.changes());
    writeSide.companies().forEach(c -> Api.waitForChanges(c, writeSide.version(c)));
    return List.copyOf(writeSide.companies());
  }

  private ChangePage read(ChangeFilter filter) {
    return log.read(filter, 0, WHOLE).await().indefinitely();
  }

  private static List<Long> seqs(List<LoggedChange> changes) {
    return changes.stream().map(LoggedChange::seq).toList();
  }

  private static ChangeFilter filter(Random random, List<String> companies) {
    return new ChangeFilter(
        some(random, companies.toArray(String[]::new)),
        some(random, Technology.FACIAL_RECOGNITION, Technology.GENERAL_AI),
        some(random, Audience.values()),
        some(random, "US", "EU"),
        some(random, ChangeType.values()),
        some(random, Status.values()),
        random.nextInt(4) == 0 ? random.nextInt(11) / 10.0 : null,
        some(random, Standing.values()));
  }

  @SafeVarargs
  private static <T extends Comparable<T>> SortedSet<T> some(Random random, T... values) {
    SortedSet<T> chosen = new TreeSet<>();
    if (random.nextInt(4) == 0) {
      for (T value : values) {
        if (random.nextInt(3) > 0) {
          chosen.add(value);
        }
      }
    }
    return chosen;
  }

  @Test
  void pagesAreFollowedToTheEndThroughTheirCursors() {
    List<String> companies = history(1_000);
    String filter = "company=" + String.join(",", companies);
    JsonNode whole = Api.get("/v1/changes?limit=1000&" + filter);
    assertThat(whole.get("next").isNull()).isTrue();

    List<JsonNode> paged = new ArrayList<>();
    String asked = "/v1/changes?limit=3&" + filter;
    String more = "";
    while (more != null) {
      Response page = Api.ask(asked + more);
      JsonNode body = Api.json(page);
      body.get("items").forEach(paged::add);
      assertThat(body.get("items").size()).isLessThanOrEqualTo(3);
      more = body.get("next").isNull() ? null : "&cursor=" + body.get("next").asText();
    }

    assertThat(paged).isNotEmpty().hasSameSizeAs(whole.get("items"));
    assertThat(paged).containsExactlyElementsOf(whole.get("items"));
    long seq = whole.get("seq").asLong();
    assertThat(Api.get("/v1/changes?after=" + seq + "&" + filter).get("items")).isEmpty();
  }

  @Test
  void cursorOfAnotherFilterIsRefused() {
    history(2_000);
    String next = Api.get("/v1/changes?limit=1").get("next").asText();

    Response refused = Api.ask("/v1/changes?limit=1&type=ADOPTED&cursor=" + next);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("cursor");
    assertThat(refused.jsonPath().getString("detail")).contains("another filter");
    assertThat(Api.ask("/v1/changes?cursor=abc").statusCode()).isEqualTo(400);
  }

  @Test
  void cursorOfAnEpochThatHasEndedIsGone() {
    history(3_000);
    String next = Api.get("/v1/changes?limit=1").get("next").asText();
    String renew = "UPDATE query.feed SET epoch = gen_random_uuid()";

    database.execute(renew);

    Response gone = Api.ask("/v1/changes?limit=1&cursor=" + next);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.jsonPath().getString("type"))
        .isEqualTo("urn:policy-tracker:problem:epoch-ended");
    assertThat(gone.jsonPath().getString("detail")).contains("after=0");
  }

  @Test
  void seqThatTheFeedHasNotComeToIsRefused() {
    history(4_000);
    long last = Api.get("/v1/changes?limit=1").get("seq").asLong();

    Response beyond = Api.ask("/v1/changes?after=" + (last + 1));

    assertThat(beyond.statusCode()).isEqualTo(400);
    assertThat(beyond.jsonPath().getString("errors[0].pointer")).isEqualTo("after");
    assertThat(beyond.jsonPath().getString("detail")).contains(Long.toString(last));
    assertThat(Api.get("/v1/changes?after=" + last).get("items")).isEmpty();
  }

  @Test
  void valuesThatAFilterDoesNotKnowAreRefusedByTheirNames() {
    Response refused = Api.ask("/v1/changes?type=ADOPTED,NOPE&minConfidence=2&standing=x");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.pointer"))
        .containsExactly("type", "minConfidence", "standing");
  }
}
