package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The labelled corpus, folded from its claims, gives the positions that its labels expect. What
 * differs is listed in {@code corpus/explained.txt}, with the rule that makes it so; the list may
 * only get shorter.
 */
class CorpusPositionsTest {
  @Test
  void theGoldClaimsGiveTheExpectedPositions() throws IOException {
    Fold fold = Fold.replay(GoldCorpus.events());
    List<String> differences = new ArrayList<>();
    for (JsonNode expected : Json.MAPPER.readTree(GoldCorpus.open("positions.json"))) {
      LocalDate asOf = LocalDate.parse(expected.get("asOf").textValue());
      PositionsOfDay rows = new PositionsOfDay(fold, asOf);
      expected.get("positions").forEach(row -> rows.comparePosition(row, differences));
      expected.get("stances").forEach(row -> rows.compareStance(row, differences));
      rows.unexpected().forEach(row -> differences.add(row.strip()));
    }
    assertThat(differences).containsExactlyInAnyOrderElementsOf(explained());
  }

  private static List<String> explained() throws IOException {
    try (InputStream file = GoldCorpus.open("explained.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.substring(0, line.indexOf(" => ")))
          .toList();
    }
  }
}
