package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderedListTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<SourceView> SOURCES =
      List.of(
          new SourceView(
              "Tages-Anzeiger \"Zürich\"", "one", "https://news.example/1", "2020-06-10"),
          new SourceView(null, "two", null, null));

  /** What answers are made of. */
  record Answer(String before, List<SourceView> sources, String after) {}

  private static RenderedList<SourceView> rendered(List<SourceView> sources)
      throws JsonProcessingException {
    return new RenderedList<>(
        sources.size(),
        MAPPER.writeValueAsBytes(sources),
        MAPPER.readerForListOf(SourceView.class));
  }

  @Test
  void isWrittenAsTheListThatItWasMadeOf() throws JsonProcessingException {
    Answer plain = new Answer("a", SOURCES, "b");
    Answer kept = new Answer("a", rendered(SOURCES), "b");

    assertThat(MAPPER.writeValueAsBytes(kept)).isEqualTo(MAPPER.writeValueAsBytes(plain));
    assertThat(MAPPER.writeValueAsString(kept)).isEqualTo(MAPPER.writeValueAsString(plain));
    assertThat(MAPPER.<JsonNode>valueToTree(kept)).isEqualTo(MAPPER.<JsonNode>valueToTree(plain));
  }

  @Test
  void listThatIsLargerThanTheBufferIsWrittenWhole() throws JsonProcessingException {
    List<SourceView> many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> new SourceView("Publisher", "article-" + i, null, null))
            .toList();

    assertThat(MAPPER.writeValueAsBytes(new Answer("a", rendered(many), "b")))
        .isEqualTo(MAPPER.writeValueAsBytes(new Answer("a", many, "b")));
  }

  @Test
  void hasTheElementsThatItWasMadeOf() throws JsonProcessingException {
    assertThat(rendered(SOURCES)).isEqualTo(SOURCES).hasSize(2).endsWith(SOURCES.getLast());
  }
}
