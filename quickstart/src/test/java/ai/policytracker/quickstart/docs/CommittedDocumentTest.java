package ai.policytracker.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void orderOfKeysIsNoDifference() throws IOException {
    CommittedDocument document = committed("a: 1\nb: {c: 2, d: [3]}\n");

    assertThat(document.differenceFrom("b: {d: [3], c: 2}\na: 1\n")).isEmpty();
  }

  @Test
  void differenceIsPointedAt() throws IOException {
    CommittedDocument document = committed("a: 1\nb: {c: 2, d: [3]}\n");

    assertThat(document.differenceFrom("a: 1\nb: {c: 2, d: [4]}\n")).contains("/b/d");
    assertThat(document.differenceFrom("a: 1\nb: {c: 2}\n")).contains("/b/d");
    assertThat(document.differenceFrom("a: 1\nb: {c: 2, d: [3]}\ne: 5\n")).contains("/e");
  }

  @Test
  void documentThatIsMissingDiffers() throws IOException {
    CommittedDocument document = new CommittedDocument(folder.resolve("none.yaml"));

    assertThat(document.differenceFrom("a: 1")).contains("");
  }

  @Test
  void keysStayWhereTheyWereAndNewOnesComeLast() throws JsonProcessingException {
    JsonNode before = JSON.readTree("{\"z\": 1, \"gone\": 1, \"a\": [{\"y\": 1, \"x\": 1}]}");
    JsonNode now = JSON.readTree("{\"a\": [{\"x\": 2, \"y\": 1}, 7], \"new\": 1, \"z\": 1}");

    assertThat(CommittedDocument.inOrderOf(before, now).toString())
        .isEqualTo("{\"z\":1,\"a\":[{\"y\":1,\"x\":2},7],\"new\":1}");
  }

  private CommittedDocument committed(String yaml) throws IOException {
    Path file = folder.resolve("document.yaml");
    Files.writeString(file, yaml);
    return new CommittedDocument(file);
  }
}
