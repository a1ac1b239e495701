package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  @Test
  void articlesComeWithTheirLabels() throws IOException {
    Sample.write(folder);

    Corpus corpus = Corpus.read("sample", folder);

    assertThat(corpus.articles()).extracting(LabelledArticle::id).containsExactly("s1", "s2", "s3");
    assertThat(corpus.articles()).extracting(a -> a.gold().size()).containsExactly(1, 1, 0);
  }

  @Test
  void everyFaultOfALabelIsTold() throws IOException {
    ObjectNode label = Sample.label("s1.1", "Amazon Inc", Sample.PAUSE);
    label.put("kind", "PAUSES").put("stance", "SUPPORTS").remove("activity");
    ObjectNode quote = (ObjectNode) label.path("evidence").path(0);
    quote.put("start", 1);
    Files.writeString(folder.resolve("articles.ndjson"), Sample.article("s1", Sample.PAUSE));
    Files.write(
        folder.resolve("gold.ndjson"),
        List.of("{\"id\":\"s1\",\"claims\":[" + label + "]}", "{\"id\":\"s9\",\"claims\":[]}"));

    assertThatThrownBy(() -> Corpus.read("sample", folder))
        .isInstanceOf(Corpus.MalformedException.class)
        .hasMessageContainingAll(
            "s9: there is no such article",
            "s1.1: kind: there is no \"PAUSES\"",
            "s1.1: company: must be a slug",
            "s1.1: activity: must be given",
            "s1.1: stance: goes with its kind",
            "s1.1: evidence: the text from 1 to");
  }

  @Test
  void anArticleWithoutLabelsIsTold() throws IOException {
    Files.writeString(folder.resolve("articles.ndjson"), Sample.article("s1", Sample.PAUSE));
    Files.writeString(folder.resolve("gold.ndjson"), "");

    assertThatThrownBy(() -> Corpus.read("sample", folder)).hasMessageContaining("s1: has no line");
  }
}
